import { useTranslations } from "next-intl";

import { draftKey, findDraft, wordsOf } from "./drafts";
import { useReader } from "./reader-context";
import type { Place } from "./store";

/** Says that another device wrote at the same place, and what: both are kept. */
export function BesideNotice({ place }: { place: Place }) {
  const t = useTranslations("reader");
  const { assignment, writer } = useReader();
  const { beside: _, ...first } = place;
  const other = findDraft(draftKey(writer.id, assignment.id, first));
  if (!other) return null;
  return (
    <div role="status" className="border-t border-rule bg-wash px-3 py-2 text-xs">
      <p>{t("beside")}</p>
      <blockquote className="mt-1 line-clamp-3 border-s-2 border-edge ps-2 text-soft wrap-anywhere">
        {wordsOf(other.body)}
      </blockquote>
    </div>
  );
}
