import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";

import { AccountPage, AccountSwitch } from "@/components/account/account-page";
import { DemoDoor } from "@/components/account/demo-door";
import { Form } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { returnPath } from "@/lib/auth/schema";
import { findUser } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { signInAction, signInAsDemoAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("signInTitle") };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const t = await getTranslations("account");
  const back = returnPath((await searchParams).return);
  if (await findUser()) redirect(back as Route);
  return (
    <AccountPage heading={t("signInHeading")}>
      <Form
        action={signInAction}
        labels={{ email: t("email"), password: t("password") }}
        className="space-y-5"
      >
        <input type="hidden" name="return" value={back} />
        <Input name="email" type="email" autoComplete="username" required />
        <Input name="password" type="password" autoComplete="current-password" required />
        <SubmitButton className="w-full">{t("signIn")}</SubmitButton>
      </Form>
      <AccountSwitch to="/sign-up" back={back} sentence="newHere" />
      {env.DEMO && <DemoDoor action={signInAsDemoAction} back={back} />}
    </AccountPage>
  );
}
