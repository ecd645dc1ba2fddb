import { useTranslations } from "next-intl";

import { Section } from "@/components/shell/section";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { CopyButton } from "@/components/ui/copy-button";
import { Form, type FormAction } from "@/components/ui/form";

/** How others get into a course: its code, the link that holds it, and a new one when it leaked. */
export function Invite({ courseId, code, host, rotate }: InviteProps) {
  const t = useTranslations("people");
  const shell = useTranslations("shell");
  const path = `/join/${code}`;
  return (
    <Section title={t("invite")}>
      <p className="mt-3 text-sm text-soft">{t("inviteText")}</p>
      <p id="join-code" className="mt-4 text-xs text-soft">
        {t("joinCode")}
      </p>
      <div className="flex items-center justify-between gap-2">
        <output aria-labelledby="join-code" className="font-mono text-xl tracking-wider">
          {code}
        </output>
        <CopyButton text={code} label={t("copyCode")} />
      </div>
      <p className="mt-3 text-xs text-soft">{t("joinLink")}</p>
      <div className="flex items-center justify-between gap-2">
        <a href={path} className="prose-link min-w-0 text-sm wrap-anywhere">
          {host}
          {path}
        </a>
        <CopyButton path={path} label={t("copyLink")} />
      </div>
      {rotate && (
        <Form action={rotate} className="mt-5">
          <input type="hidden" name="courseId" value={courseId} />
          <ConfirmButton
            size="sm"
            title={t("rotateTitle")}
            consequence={t("rotateText")}
            confirm={t("rotate")}
            cancel={shell("cancel")}
          >
            {t("rotate")}
          </ConfirmButton>
          <p className="mt-2 text-xs text-soft">{t("rotateText")}</p>
        </Form>
      )}
    </Section>
  );
}

interface InviteProps {
  courseId: string;
  code: string;
  host: string;
  /** Null for those who may invite but not replace the code. */
  rotate: FormAction | null;
}
