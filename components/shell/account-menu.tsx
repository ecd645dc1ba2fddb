"use client";

import { useTranslations } from "next-intl";

import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Menu, MenuSeparator, MenuSubmit } from "@/components/ui/menu";

/** Who is signed in, and the way out: a form of its own, which works without script too. */
export function AccountMenu({ user, signOut }: AccountMenuProps) {
  const t = useTranslations("shell");
  return (
    <>
      <form id={SIGN_OUT} action={signOut} className="hidden noscript:block">
        <Button type="submit" size="sm">
          {t("signOut")}
        </Button>
      </form>
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
        <MenuSubmit form={SIGN_OUT}>{t("signOut")}</MenuSubmit>
      </Menu>
    </>
  );
}

const SIGN_OUT = "sign-out";

interface AccountMenuProps {
  user: { id: string; name: string; email: string };
  signOut: () => Promise<void>;
}
