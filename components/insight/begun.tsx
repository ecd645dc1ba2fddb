import { useTranslations } from "next-intl";

import { Section } from "@/components/shell/section";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Form, type FormAction } from "@/components/ui/form";
import type { AssignmentInsight } from "@/lib/insight/present";

/** How many students have begun, and who has not. */
export function Begun({ insight, remind }: BegunProps) {
  const t = useTranslations("insight");
  const { people, begun, notBegun } = insight;
  const missing = people - begun;
  return (
    <Section title={t("begun")} aside={t("begunOf", { begun, people })}>
      {missing === 0 ? (
        <p className="mt-3 text-sm text-soft">{t(people === 0 ? "nobodyThere" : "allBegun")}</p>
      ) : (
        <>
          <p className="mt-3 text-sm text-soft">{t("notBegun", { count: missing })}</p>
          <ul className="mt-2 max-h-72 space-y-1 overflow-y-auto text-sm">
            {notBegun.map(({ userId, name }) => (
              <li key={userId} className="wrap-anywhere">
                {name}
              </li>
            ))}
          </ul>
          {notBegun.length < missing && (
            <p className="mt-2 text-xs text-soft">
              {t("andMore", { count: missing - notBegun.length })}
            </p>
          )}
          <Remind insight={insight} remind={remind} />
        </>
      )}
    </Section>
  );
}

/** The button that reminds them by mail, after showing it. */
function Remind({ insight: { assignmentId, remindable: count }, remind }: BegunProps) {
  const t = useTranslations("insight");
  const mail = useTranslations("mail");
  const shell = useTranslations("shell");
  if (count === 0) return <p className="mt-3 text-xs text-soft">{t("remindedAll")}</p>;
  return (
    <Form action={remind} className="mt-3">
      <input type="hidden" name="assignmentId" value={assignmentId} />
      <ConfirmButton
        size="sm"
        title={t("remindTitle")}
        consequence={
          <span className="whitespace-pre-line">
            {t("remindText", { count, text: mail("reminderText") })}
          </span>
        }
        confirm={t("remindSend")}
        cancel={shell("cancel")}
      >
        {t("remind", { count })}
      </ConfirmButton>
    </Form>
  );
}

interface BegunProps {
  insight: AssignmentInsight;
  remind: FormAction;
}
