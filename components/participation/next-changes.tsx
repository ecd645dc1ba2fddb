import { useTranslations } from "next-intl";

import type { Change } from "@/lib/scoring";

/** What one more post would change. */
export function NextChanges({ changes }: { changes: Change[] }) {
  const t = useTranslations("progress");
  if (changes.length === 0) return <p className="text-sm text-soft">{t("nextNone")}</p>;
  return (
    <ul className="space-y-1 text-sm">
      {changes.map(({ next, points, completes, words }) => (
        <li key={next}>{t("nextLine", { next, points, words, completes: String(completes) })}</li>
      ))}
    </ul>
  );
}
