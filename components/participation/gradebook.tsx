"use client";

import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import { BareSelect } from "@/components/ui/select";
import type { GradebookView } from "@/lib/participation/gradebook";
import { FORMATS } from "@/lib/participation/schema";
import { GradebookGrid } from "./gradebook-grid";
import { useGradebook } from "./use-gradebook";

/** The gradebook with what narrows it, and the ways out of it. */
export function Gradebook({ courseId, view }: { courseId: string; view: GradebookView }) {
  const t = useTranslations("gradebook");
  const book = useGradebook(courseId, view);
  const { rows, groupId, setGroupId, hasFailed, need, assignments } = book;
  const address = `/api/v1/courses/${courseId}/gradebook/export`;
  const narrowed = groupId && groupId !== "-" ? `&group=${groupId}` : "";
  return (
    <>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="flex items-center gap-4">
          {view.groups.length > 0 && (
            <BareSelect
              aria-label={t("section")}
              value={groupId}
              onChange={(event) => setGroupId(event.currentTarget.value)}
              className="w-44"
            >
              <option value="">{t("allSections")}</option>
              {view.groups.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
              <option value="-">{t("noSection")}</option>
            </BareSelect>
          )}
          <p aria-live="polite" className="text-xs text-soft">
            {t("count", { count: rows.length })}
          </p>
        </div>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs">
          <span className="text-soft">{t("export")}</span>
          {FORMATS.map((format) => (
            <a
              key={format}
              href={`${address}?format=${format}${narrowed}`}
              className="prose-link py-1 pointer-coarse:py-3"
              download
            >
              {t("exportAs", { format })}
            </a>
          ))}
        </p>
      </div>
      {hasFailed && (
        <p role="alert" className="mb-3 flex items-center gap-3 text-sm text-accent">
          {t("failed")}
          <Button size="sm" onClick={() => need(assignments.map(({ id }) => id))}>
            {t("again")}
          </Button>
        </p>
      )}
      <GradebookGrid courseId={courseId} book={book} />
      <p className="mt-2 flex flex-wrap justify-between gap-x-6 text-xs text-soft">
        <span>{t("legendText")}</span>
        <span className="pointer-coarse:hidden">{t("hint")}</span>
      </p>
    </>
  );
}
