"use client";

import { useTranslations } from "next-intl";
import { type SubmitEvent, startTransition, useRef, useState } from "react";

import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { ConfirmWindow } from "@/components/ui/confirm-window";
import { Menu, MenuLink, MenuSeparator, MenuSubmit } from "@/components/ui/menu";

/** Who is signed in, and the way out: a form of its own, which works without script too. */
export function AccountMenu({ user, signOut, signOutEverywhere }: AccountMenuProps) {
  const t = useTranslations("shell");
  const trigger = useRef<HTMLButtonElement>(null);
  const [asked, setAsked] = useState<(() => Promise<void>) | null>(null);

  /** Nobody who uses this browser next finds what was written in it, and nothing is lost by that. */
  async function leave(signOut: () => Promise<void>): Promise<void> {
    const { forgetEverything, saveEverything } = await import("./leave");
    if (!(await saveEverything(user.id))) {
      setAsked(() => signOut);
      return;
    }
    forgetEverything(user.id);
    startTransition(signOut);
  }

  async function leaveAnyway(signOut: () => Promise<void>): Promise<void> {
    const { forgetEverything } = await import("./leave");
    forgetEverything(user.id);
    startTransition(signOut);
  }

  const onLeave = (signOut: () => Promise<void>) => (event: SubmitEvent) => {
    event.preventDefault();
    void leave(signOut);
  };

  return (
    <>
      <form
        id={SIGN_OUT}
        action={signOut}
        onSubmit={onLeave(signOut)}
        className="hidden noscript:block"
      >
        <Button type="submit" size="sm">
          {t("signOut")}
        </Button>
      </form>
      <form
        id={EVERYWHERE}
        action={signOutEverywhere}
        onSubmit={onLeave(signOutEverywhere)}
        className="hidden"
      />
      <ConfirmWindow
        open={asked !== null}
        onOpenChange={() => setAsked(null)}
        title={t("leaving.title")}
        consequence={t("leaving.consequence")}
        confirm={t("leaving.confirm")}
        cancel={t("leaving.stay")}
        finalFocus={trigger}
        onConfirm={() => asked && void leaveAnyway(asked)}
      />
      <Menu
        trigger={
          <button
            ref={trigger}
            type="button"
            aria-label={t("account", { name: user.name })}
            className="inline-flex size-9 items-center justify-center rounded-full noscript:hidden pointer-coarse:size-11"
          >
            <Avatar id={user.id} name={user.name} size="sm" />
          </button>
        }
      >
        <div className="px-3 py-1">
          <p className="font-medium wrap-anywhere">{user.name}</p>
          <p className="text-xs text-soft wrap-anywhere">{user.email}</p>
        </div>
        <MenuSeparator />
        <MenuLink href="/settings">{t("settings")}</MenuLink>
        <MenuSubmit form={SIGN_OUT}>{t("signOut")}</MenuSubmit>
        <MenuSubmit form={EVERYWHERE}>{t("signOutEverywhere")}</MenuSubmit>
      </Menu>
    </>
  );
}

const SIGN_OUT = "sign-out";
const EVERYWHERE = "sign-out-everywhere";

interface AccountMenuProps {
  user: { id: string; name: string; email: string };
  signOut: () => Promise<void>;
  signOutEverywhere: () => Promise<void>;
}
