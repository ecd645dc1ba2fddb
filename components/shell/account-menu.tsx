"use client";

import { useTranslations } from "next-intl";

import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Menu, MenuLink, MenuSeparator, MenuSubmit } from "@/components/ui/menu";

/** Who is signed in, and the way out: a form of its own, which works without script too. */
export function AccountMenu({ user, signOut, signOutEverywhere }: AccountMenuProps) {
  const t = useTranslations("shell");
  return (
    <>
      <form id={SIGN_OUT} action={signOut} className="hidden noscript:block">
        <Button type="submit" size="sm">
          {t("signOut")}
        </Button>
      </form>
      <form id={EVERYWHERE} action={signOutEverywhere} className="hidden" />
      <Menu
        trigger={
          <button
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
