import Link from "next/link";
import { useTranslations } from "next-intl";

import { Time } from "@/components/ui/time";
import type { AssignmentView } from "@/lib/assignments/present";
import { isPast } from "./is-past";

/** Says that one looks back on an older text, and leads to the present one and to what changed since. */
export function PastNotice({ assignment, zone }: { assignment: AssignmentView; zone: string }) {
  const t = useTranslations("reader.past");
  const { id, revision } = assignment;
  if (!isPast(revision)) return null;
  const { number, present, publishedAt } = revision;
  return (
    <section aria-label={t("label")} className="reader-revised">
      <p className="min-w-0 flex-1 basis-full">
        {t.rich("notice", { number, date: () => <Time iso={publishedAt} zone={zone} isDay /> })}
      </p>
      <Link href={`/read/${id}`} className="prose-link font-medium">
        {t("toPresent", { number: present })}
      </Link>
      <Link href={`/read/${id}/compare?from=${number}&to=${present}`} className="prose-link">
        {t("compare")}
      </Link>
    </section>
  );
}
