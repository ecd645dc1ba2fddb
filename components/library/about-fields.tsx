"use client";

import { useTranslations } from "next-intl";

import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { LICENCES, RIGHTS } from "@/lib/readings/schema";

/** The labels of {@link AboutFields}, for the form around them. */
export function useAboutLabels() {
  const t = useTranslations("library");
  return {
    title: t("titleField"),
    author: t("author"),
    source: t("source"),
    language: t("language"),
    licence: t("licence"),
    right: t("right"),
  };
}

/** What is known about a text, where it is from, and on what ground it may be read here. */
export function AboutFields({ about = {} }: { about?: Partial<About> }) {
  const t = useTranslations("library");
  return (
    <>
      <Input name="title" autoComplete="off" defaultValue={about.title} required />
      <div className="grid gap-5 md:grid-cols-2">
        <Input name="author" autoComplete="off" defaultValue={about.author} isOptional />
        <Input name="source" autoComplete="off" defaultValue={about.source} isOptional />
        <Input
          name="language"
          autoComplete="off"
          spellCheck={false}
          defaultValue={about.language || "en"}
          hint={t("languageHint")}
        />
        <Select name="licence" defaultValue={about.licence ?? ""}>
          {LICENCES.map((licence) => (
            <option key={licence} value={licence}>
              {t(`licences.${licence || "unknown"}`)}
            </option>
          ))}
        </Select>
      </div>
      <Select name="right" defaultValue={about.right ?? ""} hint={t("rightHint")} required>
        <option value="">{t("rights.none")}</option>
        {RIGHTS.map((right) => (
          <option key={right} value={right}>
            {t(`rights.${right}`)}
          </option>
        ))}
      </Select>
    </>
  );
}

interface About {
  title: string;
  author: string;
  source: string;
  language: string;
  licence: string;
  right: string;
}
