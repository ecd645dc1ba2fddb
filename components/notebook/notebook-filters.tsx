import type { Route } from "next";
import NextForm from "next/form";
import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import { CONTROL } from "@/components/ui/control-style";
import { BareSelect } from "@/components/ui/select";
import type { NotebookView } from "@/lib/notebook/queries";
import { type NotebookQuery, SORTS } from "@/lib/notebook/schema";

/** Words, a course or a reading, and an order; one form, which works without script. */
export function NotebookFilters({ base, query, places, hasCourses }: NotebookFiltersProps) {
  const t = useTranslations("notebook");
  const courses = [...new Map(places.map((each) => [each.courseId, each.courseTitle]))];
  return (
    <NextForm
      // A form that another link filled otherwise begins anew.
      key={JSON.stringify(query)}
      action={base as Route}
      aria-label={t("narrow")}
      className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,14rem)_11rem_auto]"
    >
      {query.show !== "all" && <input type="hidden" name="show" value={query.show} />}
      <input
        type="search"
        name="q"
        aria-label={t("search")}
        placeholder={t("search")}
        defaultValue={query.q}
        maxLength={300}
        className={`${CONTROL} min-h-10 pointer-coarse:min-h-11`}
      />
      <BareSelect name="in" aria-label={t("where")} defaultValue={query.in ?? ""}>
        <option value="">{t("everywhere")}</option>
        {courses.map(([courseId, courseTitle]) => (
          <optgroup key={courseId} label={courseTitle}>
            {hasCourses && <option value={courseId}>{t("wholeCourse")}</option>}
            {places.map((place) =>
              place.courseId === courseId ? (
                <option key={place.id} value={place.id}>
                  {place.title}
                </option>
              ) : null,
            )}
          </optgroup>
        ))}
      </BareSelect>
      <BareSelect name="sort" aria-label={t("order")} defaultValue={query.sort}>
        {SORTS.map((sort) => (
          <option key={sort} value={sort}>
            {t("sort", { sort })}
          </option>
        ))}
      </BareSelect>
      <Button type="submit" className="min-h-10">
        {t("apply")}
      </Button>
    </NextForm>
  );
}

interface NotebookFiltersProps {
  base: string;
  query: NotebookQuery;
  places: NotebookView["places"];
  /** There may be more than one course in it. */
  hasCourses: boolean;
}
