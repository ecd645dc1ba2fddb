import { useTranslations } from "next-intl";

import { Section } from "@/components/shell/section";
import type { AssignmentInsight } from "@/lib/insight/present";

const EACH = 4;

/** The parts of the text that are talked about most, and those about which nobody says anything. */
export function BriefParts({ parts }: { parts: AssignmentInsight["parts"] }) {
  const t = useTranslations("insight");
  const loud = parts
    .filter(({ posts }) => posts > 0)
    .toSorted((a, b) => b.posts - a.posts)
    .slice(0, EACH);
  const silent = parts.filter(({ threads }) => threads === 0);
  return (
    <>
      <Section title={t("loud")}>
        {loud.length === 0 && <p className="mt-3 text-sm text-soft">{t("noTalk")}</p>}
        <ol className="mt-2 space-y-1 text-sm">
          {loud.map(({ beginning, posts }) => (
            <li key={beginning} className="flex gap-3">
              <span className="w-8 shrink-0 text-end font-semibold tabular-nums">{posts}</span>
              <span className="min-w-0 font-serif wrap-anywhere">{beginning}</span>
            </li>
          ))}
        </ol>
      </Section>
      {loud.length > 0 && silent.length > 0 && (
        <Section title={t("silent")} aside={t("silentCount", { count: silent.length })}>
          <ul className="mt-2 space-y-1 font-serif text-sm">
            {silent.slice(0, EACH).map(({ beginning }) => (
              <li key={beginning} className="wrap-anywhere">
                {beginning}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
