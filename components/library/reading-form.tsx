"use client";

import { useTranslations } from "next-intl";

import { Form, type FormAction } from "@/components/ui/form";
import { KeepTyped } from "@/components/ui/keep-typed";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { AboutFields, useAboutLabels } from "./about-fields";
import { LivePreview, type PreviewAction } from "./live-preview";
import { RichPaste } from "./rich-paste";

/** Brings a text into the library: what is known about it, the text, and beside it how it will look. */
export function ReadingForm({ add, preview }: { add: FormAction; preview: PreviewAction }) {
  const t = useTranslations("library");
  const labels = { ...useAboutLabels(), format: t("format"), text: t("text") };
  return (
    <Form action={add} labels={labels}>
      <KeepTyped place="add-reading" />
      <div className="grid gap-x-14 gap-y-12 lg:grid-cols-2">
        <div className="min-w-0 space-y-5">
          <AboutFields />
          <Select name="format" defaultValue="markdown">
            <option value="markdown">{t("formatMarkdown")}</option>
            <option value="plain">{t("formatPlain")}</option>
          </Select>
          <Textarea
            name="text"
            rows={18}
            hint={t("textHint")}
            className="font-serif leading-relaxed"
            required
          />
          <RichPaste />
          <div className="flex justify-end">
            <SubmitButton>{t("submit")}</SubmitButton>
          </div>
        </div>
        <LivePreview preview={preview} />
      </div>
    </Form>
  );
}
