"use client";

import { useTranslations } from "next-intl";

import { Form, type FormAction } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { KeepTyped } from "@/components/ui/keep-typed";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { LivePreview, type PreviewAction } from "./live-preview";

/** Brings a text into the library: what is known about it, the text, and beside it how it will look. */
export function ReadingForm({ add, preview }: { add: FormAction; preview: PreviewAction }) {
  const t = useTranslations("library");
  const labels = {
    title: t("titleField"),
    author: t("author"),
    source: t("source"),
    language: t("language"),
    format: t("format"),
    text: t("text"),
  };
  return (
    <Form action={add} labels={labels}>
      <KeepTyped place="add-reading" />
      <div className="grid gap-x-14 gap-y-12 lg:grid-cols-2">
        <div className="min-w-0 space-y-5">
          <Input name="title" autoComplete="off" required />
          <div className="grid gap-5 md:grid-cols-2">
            <Input name="author" autoComplete="off" isOptional />
            <Input name="source" autoComplete="off" isOptional />
            <Input
              name="language"
              autoComplete="off"
              spellCheck={false}
              defaultValue="en"
              hint={t("languageHint")}
            />
            <Select name="format" defaultValue="markdown">
              <option value="markdown">{t("formatMarkdown")}</option>
              <option value="plain">{t("formatPlain")}</option>
            </Select>
          </div>
          <Textarea
            name="text"
            rows={18}
            hint={t("textHint")}
            className="font-serif leading-relaxed"
            required
          />
          <div className="flex justify-end">
            <SubmitButton>{t("submit")}</SubmitButton>
          </div>
        </div>
        <LivePreview preview={preview} />
      </div>
    </Form>
  );
}
