"use client";

import type { Route } from "next";
import { useTranslations } from "next-intl";

import { Form, type FormAction } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import type { PublishPreview } from "@/lib/revisions/publishing";

/** Publishes just what was looked at, or leads back to writing. */
export function PublishForm({ action, preview }: PublishFormProps) {
  const t = useTranslations("revisions.publish");
  const { readingId, draftVersion, baseId, number, obstacles } = preview;
  const { isSame, isEmpty, foreignImages, figuresWithoutWords, looseFootnotes } = obstacles;
  const isUnfinished = foreignImages + figuresWithoutWords + looseFootnotes.length > 0;
  const isHindered = isSame || isEmpty || isUnfinished;
  return (
    <Form action={action} className="mt-10 border-t border-rule pt-5">
      <input type="hidden" name="readingId" value={readingId} />
      <input type="hidden" name="draftVersion" value={draftVersion} />
      <input type="hidden" name="baseId" value={baseId} />
      <div className="flex flex-wrap justify-end gap-3">
        <LinkButton href={`/library/${readingId}/edit` as Route} variant="quiet">
          {t("back")}
        </LinkButton>
        {!isHindered && <SubmitButton>{t("submit", { number })}</SubmitButton>}
      </div>
    </Form>
  );
}

interface PublishFormProps {
  action: FormAction;
  preview: Pick<PublishPreview, "readingId" | "draftVersion" | "baseId" | "number" | "obstacles">;
}
