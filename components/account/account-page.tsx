import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** A narrow page for one form. */
export function AccountPage({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <div className="mx-auto w-full max-w-md px-4 pt-12 pb-24 md:pt-20">
      <h1 className="mb-7 font-serif text-2xl font-medium md:text-3xl">{heading}</h1>
      {children}
    </div>
  );
}

/** The way to the other form, without losing the way back. */
export function AccountSwitch({ to, back, sentence }: AccountSwitchProps) {
  const t = useTranslations("account");
  const query = back === "/home" ? {} : { return: back };
  return (
    <p className="mt-6 text-sm text-soft">
      {t.rich(sentence, {
        link: (words) => (
          <Link href={{ pathname: to, query }} className="prose-link font-medium text-ink">
            {words}
          </Link>
        ),
      })}
      {back !== "/home" && <span className="mt-1 block text-xs">{t("afterwards")}</span>}
    </p>
  );
}

interface AccountSwitchProps {
  to: "/sign-in" | "/sign-up";
  back: string;
  sentence: "newHere" | "haveOne";
}
