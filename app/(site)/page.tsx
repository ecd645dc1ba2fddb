import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";

import { DemoDoor } from "@/components/account/demo-door";
import { Specimen } from "@/components/home/specimen";
import { Mark } from "@/components/shell/mark";
import { LinkButton } from "@/components/ui/link-button";
import { findUser } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { signInAsDemoAction } from "./sign-in/actions";

export default async function LandingPage() {
  if (await findUser()) redirect("/home");
  const t = await getTranslations("landing");
  const points = [
    [t("pointMark"), t("pointMarkText")],
    [t("pointTalk"), t("pointTalkText")],
    [t("pointOwn"), t("pointOwnText")],
  ];
  return (
    <div className="mx-auto max-w-7xl px-4 pt-10 pb-16 md:px-8 md:pt-16">
      <div className="grid items-start gap-x-16 gap-y-14 lg:grid-cols-[minmax(0,27rem)_minmax(0,1fr)]">
        <div>
          <h1 className="font-serif text-3xl font-medium tracking-tight md:text-4xl">
            {t("heading")}
          </h1>
          <p className="mt-5 font-serif text-lg text-soft">{t("lead")}</p>
          <div className="mt-7 flex flex-wrap gap-3">
            <LinkButton href="/sign-up" variant="primary">
              {t("signUp")}
            </LinkButton>
            <LinkButton href="/sign-in">{t("signIn")}</LinkButton>
          </div>
          {env.DEMO && <DemoDoor action={signInAsDemoAction} />}
        </div>
        <Specimen />
      </div>
      <div className="mt-16 grid gap-x-12 gap-y-8 border-t border-rule pt-8 md:mt-20 md:grid-cols-3">
        {points.map(([title, text]) => (
          <div key={title}>
            <h2 className="font-serif text-lg font-medium">{title}</h2>
            <p className="mt-1.5 text-soft">{text}</p>
          </div>
        ))}
      </div>
      <p className="mt-16 flex items-center gap-2.5 text-xs text-faint">
        <Mark className="size-4" />
        {t("foot")}
      </p>
    </div>
  );
}
