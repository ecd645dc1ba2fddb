import { useTranslations } from "next-intl";

import { Section } from "@/components/shell/section";
import { Time } from "@/components/ui/time";
import type { ChangeView } from "@/lib/participation/cell";

/** All that was done to a score, the latest first. */
export function CellHistory({ changes, zone }: { changes: ChangeView[]; zone: string }) {
  const t = useTranslations("score");
  return (
    <Section title={t("history")}>
      {changes.length === 0 && <p className="mt-4 text-sm text-soft">{t("historyEmpty")}</p>}
      <ul>
        {changes.map(({ id, at, by, act, before, after, reason }) => (
          <li key={id} className="border-b border-rule py-2.5 text-sm">
            <p className="flex flex-wrap justify-between gap-x-4">
              <span>
                {t("act", { act })}
                {(before !== null || after !== null) && (
                  <span className="tabular-nums">
                    {" "}
                    {t("from", { before: before ?? "–", after: after ?? "–" })}
                  </span>
                )}
                {by && <span className="text-soft"> {t("by", { name: by })}</span>}
              </span>
              <span className="text-xs text-faint">
                <Time iso={at} zone={zone} />
              </span>
            </p>
            {reason && <p className="mt-0.5 text-soft wrap-anywhere">{reason}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
