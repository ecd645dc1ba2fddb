import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";

import { AccountPage, AccountSwitch } from "@/components/account/account-page";
import { BrowserZone } from "@/components/account/browser-zone";
import { Form } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { returnPath } from "@/lib/auth/schema";
import { findUser } from "@/lib/auth/session";
import { signUpAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("signUpTitle") };
}

export default async function SignUpPage({ searchParams }: PageProps<"/sign-up">) {
  const t = await getTranslations("account");
  const back = returnPath((await searchParams).return);
  if (await findUser()) redirect(back as Route);
  return (
    <AccountPage heading={t("signUpHeading")}>
      <Form
        action={signUpAction}
        labels={{ name: t("name"), email: t("email"), password: t("password") }}
        className="space-y-5"
      >
        <input type="hidden" name="return" value={back} />
        <BrowserZone />
        <Input name="name" autoComplete="name" hint={t("nameHint")} required />
        <Input name="email" type="email" autoComplete="email" required />
        <Input
          name="password"
          type="password"
          autoComplete="new-password"
          hint={t("passwordHint")}
          required
        />
        <SubmitButton className="w-full">{t("signUp")}</SubmitButton>
      </Form>
      <AccountSwitch to="/sign-in" back={back} sentence="haveOne" />
    </AccountPage>
  );
}
