"use client";

import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import { Form, type FormAction } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { AboutFields, useAboutLabels } from "./about-fields";

/** Asks what the file did not tell, and makes a reading of it. */
export function KeepForm({ importId, about, keep, cancel }: KeepFormProps) {
  const t = useTranslations("imports");
  const labels = useAboutLabels();
  return (
    <div className="space-y-6">
      <Form action={keep} labels={labels} className="space-y-5">
        <input type="hidden" name="importId" value={importId} />
        <AboutFields about={about} />
        <div className="flex justify-end">
          <SubmitButton>{t("keep")}</SubmitButton>
        </div>
      </Form>
      <Form action={cancel} className="flex justify-end">
        <input type="hidden" name="importId" value={importId} />
        <Button type="submit" variant="quiet">
          {t("discard")}
        </Button>
      </Form>
    </div>
  );
}

interface KeepFormProps {
  importId: string;
  about: { title: string; author: string; source: string; language: string; licence: string };
  keep: FormAction;
  cancel: FormAction;
}
