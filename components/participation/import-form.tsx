"use client";

import { useTranslations } from "next-intl";
import { type ChangeEvent, useRef } from "react";

import { Form, type FormAction } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";

/** Takes overrides from a table, typed, pasted or from a file. */
export function ImportForm({ action, courseId }: { action: FormAction; courseId: string }) {
  const t = useTranslations("gradebook");
  const box = useRef<HTMLDivElement>(null);

  async function read({ currentTarget }: ChangeEvent<HTMLInputElement>): Promise<void> {
    const text = await currentTarget.files?.[0]?.text();
    const field = box.current?.querySelector("textarea");
    if (field && text !== undefined) field.value = text;
  }

  return (
    <Form action={action} labels={{ file: t("importText") }} className="mt-5 space-y-5">
      <input type="hidden" name="courseId" value={courseId} />
      <div ref={box} className="space-y-5">
        <label className="flex flex-col gap-1.5 text-sm font-medium noscript:hidden">
          {t("importFile")}
          <input
            type="file"
            accept=".csv,text/csv"
            onChange={read}
            className="max-w-full text-sm font-normal file:me-3 file:min-h-9 file:rounded-md file:border file:border-edge file:bg-raised file:px-3 pointer-coarse:file:min-h-11"
          />
        </label>
        <Textarea
          name="file"
          rows={10}
          spellCheck={false}
          className="font-mono text-sm"
          placeholder={t("importExample")}
          required
        />
      </div>
      <SubmitButton>{t("importSubmit")}</SubmitButton>
    </Form>
  );
}
