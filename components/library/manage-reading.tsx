"use client";

import { useTranslations } from "next-intl";

import { Section } from "@/components/shell/section";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Form, type FormAction } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import type { ManagedReading } from "@/lib/readings/managing";
import { AboutFields, useAboutLabels } from "./about-fields";

/** What its owner says of a reading, who may use it, and the ways to put it away. */
export function ManageReading({ reading, describe, archive, remove }: ManageReadingProps) {
  const t = useTranslations("manageReading");
  const labels = {
    ...useAboutLabels(),
    tags: t("tags"),
    collections: t("collections"),
    colleagues: t("colleagues"),
    isForAll: t("forAll"),
  };
  const id = <input type="hidden" name="readingId" value={reading.id} />;
  return (
    <div className="max-w-2xl space-y-12">
      <Form action={describe} labels={labels} className="space-y-5">
        {id}
        <AboutFields about={reading} />
        <div className="grid gap-5 md:grid-cols-2">
          <Input
            name="tags"
            autoComplete="off"
            defaultValue={reading.tags.join(", ")}
            hint={t("commas")}
            isOptional
          />
          <Input
            name="collections"
            autoComplete="off"
            defaultValue={reading.collections.join(", ")}
            hint={t("collectionsHint")}
            isOptional
          />
        </div>
        <Textarea
          name="colleagues"
          rows={2}
          defaultValue={reading.colleagues.join("\n")}
          hint={t("colleaguesHint")}
          isOptional
        />
        <Checkbox name="isForAll" defaultChecked={reading.isForAll} hint={t("forAllHint")} />
        <div className="flex justify-end">
          <SubmitButton>{t("save")}</SubmitButton>
        </div>
      </Form>
      {reading.file && (
        <Section title={t("file")}>
          <p className="mt-3 text-sm">
            <a
              href={`/api/v1/readings/${reading.id}/source`}
              className="prose-link wrap-anywhere"
              download
            >
              {reading.file}
            </a>
          </p>
        </Section>
      )}
      <Section title={t("away")}>
        <Form action={archive} className="mt-4 flex flex-wrap items-center gap-4">
          {id}
          <input type="hidden" name="isArchived" value={reading.isArchived ? "no" : "yes"} />
          <p className="flex-1 basis-60 text-sm text-soft">{t("archiveHint")}</p>
          <Button type="submit">{t(reading.isArchived ? "unarchive" : "archive")}</Button>
        </Form>
        <Form action={remove} className="mt-6 flex flex-wrap items-center gap-4">
          {id}
          <p className="flex-1 basis-60 text-sm text-soft">{t("removeHint")}</p>
          <ConfirmButton
            variant="danger"
            title={t("removeTitle", { title: reading.title })}
            consequence={t("removeConsequence")}
            confirm={t("remove")}
            cancel={t("stay")}
          >
            {t("remove")}
          </ConfirmButton>
        </Form>
      </Section>
    </div>
  );
}

interface ManageReadingProps {
  reading: ManagedReading;
  describe: FormAction;
  archive: FormAction;
  remove: FormAction;
}
