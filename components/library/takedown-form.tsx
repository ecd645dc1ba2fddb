"use client";

import { useTranslations } from "next-intl";

import { ConfirmButton } from "@/components/ui/confirm-button";
import { Form, type FormAction } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";

/** Asks which text is to be taken away from everybody, and why. */
export function TakedownForm({ take }: { take: FormAction }) {
  const t = useTranslations("takedown");
  const labels = { address: t("address"), reason: t("reason") };
  return (
    <Form action={take} labels={labels} className="max-w-xl space-y-5">
      <Input name="address" autoComplete="off" hint={t("addressHint")} required />
      <Textarea name="reason" rows={3} maxLength={500} hint={t("reasonHint")} required />
      <div className="flex justify-end">
        <ConfirmButton
          variant="danger"
          title={t("confirmTitle")}
          consequence={t("consequence")}
          confirm={t("take")}
          cancel={t("stay")}
        >
          {t("take")}
        </ConfirmButton>
      </div>
    </Form>
  );
}
