"use client";

import type { Route } from "next";
import { useTranslations } from "next-intl";

import { Form, type FormAction } from "@/components/ui/form";
import { KeepTyped } from "@/components/ui/keep-typed";
import { LinkButton } from "@/components/ui/link-button";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";

/** Takes a whole text from elsewhere as the next revision's draft. */
export function ReplaceForm({ action, readingId, draftVersion }: ReplaceFormProps) {
  const t = useTranslations("revisions.replace");
  return (
    <Form
      action={action}
      labels={{ format: t("format"), text: t("text") }}
      className="max-w-2xl space-y-5"
    >
      <KeepTyped place={`replace-${readingId}`} />
      <input type="hidden" name="readingId" value={readingId} />
      <input type="hidden" name="draftVersion" value={draftVersion} />
      {draftVersion > 0 && (
        <p className="rounded-md border border-edge bg-raised p-3 text-sm">{t("hasDraft")}</p>
      )}
      <Select name="format" defaultValue="markdown">
        <option value="markdown">{t("formatMarkdown")}</option>
        <option value="plain">{t("formatPlain")}</option>
      </Select>
      <Textarea name="text" rows={18} className="font-serif leading-relaxed" required />
      <div className="flex flex-wrap justify-end gap-3">
        <LinkButton href={`/library/${readingId}` as Route} variant="quiet">
          {t("cancel")}
        </LinkButton>
        <SubmitButton>{t("submit")}</SubmitButton>
      </div>
    </Form>
  );
}

interface ReplaceFormProps {
  action: FormAction;
  readingId: string;
  draftVersion: number;
}
