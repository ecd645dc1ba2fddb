import { useFormatter, useTranslations } from "next-intl";

import { JoinForm } from "@/components/home/join-form";
import { Form, type FormAction } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { AccountPage } from "./account-page";

/** What one is about to join, before joining it; signing in or up on the way leads back here. */
export function Invitation({ code, invitation, isSignedIn, action }: InvitationProps) {
  const t = useTranslations("join");
  const format = useFormatter();
  const query = { return: `/join/${code}` };
  return (
    <div className="mx-auto w-full max-w-md px-4 pt-12 pb-24 md:pt-20">
      <p className="rubric">{t("invited")}</p>
      <h1 className="mt-1 font-serif text-2xl font-medium wrap-anywhere md:text-3xl">
        {invitation.title}
      </h1>
      {invitation.term && <p className="mt-1 text-soft">{invitation.term}</p>}
      <p className="mt-4">
        {invitation.instructors.length > 0
          ? t("taughtBy", { names: format.list(invitation.instructors) })
          : t("nobody")}
      </p>
      {isSignedIn ? (
        <Form action={action} className="mt-8">
          <input type="hidden" name="code" value={code} />
          <SubmitButton>{t("joinThis")}</SubmitButton>
        </Form>
      ) : (
        <>
          <div className="mt-8 flex flex-wrap gap-3">
            <LinkButton href={{ pathname: "/sign-in", query }} variant="primary">
              {t("signInFirst")}
            </LinkButton>
            <LinkButton href={{ pathname: "/sign-up", query }}>{t("signUpFirst")}</LinkButton>
          </div>
          <p className="mt-3 text-xs text-soft">{t("signInText")}</p>
        </>
      )}
    </div>
  );
}

/** A code that no course has, or no longer. */
export function UnknownInvitation({ code, action }: { code: string; action: FormAction }) {
  const t = useTranslations("join");
  return (
    <AccountPage heading={t("unknownTitle")}>
      <p className="mb-6 text-soft wrap-anywhere">{t("unknown", { code })}</p>
      <JoinForm action={action} />
    </AccountPage>
  );
}

interface InvitationProps {
  code: string;
  invitation: { title: string; term: string; instructors: string[] };
  isSignedIn: boolean;
  action: FormAction;
}
