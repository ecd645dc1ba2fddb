import { Check, Circle } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ShownBreakdown } from "@/lib/participation/shown";
import { roundPoints } from "@/lib/scoring";

/** What is expected and what is there of it, each point with the posts behind it. */
export function ScoreParts({ breakdown, isShort = false }: ScorePartsProps) {
  const t = useTranslations("score");
  const { parts, posts, grading } = breakdown;
  if (parts.length === 0) return <p className="mt-3 text-sm text-soft">{t("noRules")}</p>;
  const numberOf = new Map(posts.map(({ id }, at) => [id, at + 1]));
  const kindOf = new Map(posts.map(({ id, kind }) => [id, kind]));
  return (
    <ul className="mt-2 text-sm">
      {parts.map(({ kind, minimum, cap, amount, isReached, points, maximum, shares }) => (
        <li key={kind} className="flex gap-3 border-b border-rule py-2.5">
          {isReached ? (
            <Check aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          ) : (
            <Circle aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-faint" />
          )}
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap justify-between gap-x-4">
              <span className="font-medium">{t("part", { kind })}</span>
              <span className="tabular-nums">{t("amount", { amount, cap })}</span>
            </p>
            <p className="flex flex-wrap justify-between gap-x-4 text-xs text-soft">
              <span>{t("minimumIs", { isReached: String(isReached), minimum })}</span>
              {grading === "points" && (
                <span className="tabular-nums">
                  {t("partPoints", { points: roundPoints(points), maximum: roundPoints(maximum) })}
                </span>
              )}
            </p>
            {!isShort && shares.length > 0 && (
              <p className="mt-1 flex flex-wrap gap-x-2 text-xs text-soft">
                {t("behind")}
                {shares.map(({ postId }) => (
                  <a key={postId} href={`#post-${postId}`} className="prose-link">
                    {t("postLink", {
                      kind: kindOf.get(postId) ?? "reply",
                      number: numberOf.get(postId) ?? 0,
                    })}
                  </a>
                ))}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

interface ScorePartsProps {
  breakdown: ShownBreakdown;
  /** Without the posts, which stand elsewhere. */
  isShort?: boolean;
}
