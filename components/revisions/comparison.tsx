import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { Page } from "@/components/shell/page";
import { Pages } from "@/components/ui/pages";
import { Time } from "@/components/ui/time";
import type { ComparedBlock, ComparedPiece } from "@/lib/anchoring";
import type { ComparedRow, ComparisonView, RevisionPoint } from "@/lib/revisions/comparing";
import { ComparePicker } from "./compare-picker";

/** Two revisions of a text side by side, below each other where there is no room. */
export function Comparison({ above, comparison, path, zone }: ComparisonProps) {
  const t = useTranslations("revisions.compare");
  const { title, language, from, to, rows, changes, row, next } = comparison;
  const at = (first: number) => `${path}?from=${from.number}&to=${to.number}&row=${first}`;
  return (
    <Page
      above={above}
      title={title}
      lead={t("changes", { count: changes })}
      actions={<ComparePicker comparison={comparison} path={path} />}
      isWide
    >
      <div className="compare">
        <div className="compare-head">
          <Side point={from} zone={zone} />
          <Side point={to} zone={zone} />
        </div>
        <ol className="compare-rows">
          {rows.map((each, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of two fixed texts never change places
            <li key={row + index} className="compare-row" data-kind={each.kind}>
              <Row row={each} numbers={[from.number, to.number]} language={language} />
            </li>
          ))}
        </ol>
      </div>
      <Pages
        label={t("pages")}
        first={row > 0 ? { href: at(0), label: t("firstPage") } : null}
        next={next === null ? null : { href: at(next), label: t("nextPage") }}
      />
    </Page>
  );
}

function Side({ point, zone }: { point: RevisionPoint; zone: string }) {
  const t = useTranslations("revisions.compare");
  return (
    <div className="min-w-0">
      <h2 className="font-semibold">{t("revision", { number: point.number })}</h2>
      <p className="text-xs text-soft">
        <Time iso={point.publishedAt} zone={zone} isDay />
      </p>
    </div>
  );
}

function Row({ row, numbers, language }: RowProps) {
  const t = useTranslations("revisions.compare");
  if (row.kind === "unchanged") {
    return <p className="compare-same">{t("unchanged", { count: row.count })}</p>;
  }
  const { kind, before, after } = row;
  if (kind === "same") {
    return (
      <p lang={language} className="compare-text compare-both">
        {wordsOf(after)}
      </p>
    );
  }
  const sides = [
    { pieces: before, Mark: "del" as const, number: numbers[0], label: labelOf(kind, "before") },
    { pieces: after, Mark: "ins" as const, number: numbers[1], label: labelOf(kind, "after") },
  ];
  return sides.map(({ pieces, Mark, number, label }) => (
    <div key={Mark} className="compare-side" data-empty={pieces ? undefined : ""}>
      {pieces && (
        <>
          <p className="compare-label">{t(`kind.${label}`, { number })}</p>
          <p lang={language} className="compare-text">
            {pieces.map((piece, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a fixed text never change places
              <Piece key={index} piece={piece} Mark={Mark} />
            ))}
          </p>
        </>
      )}
    </div>
  ));
}

/** Words that are on one side only: screen readers leave `ins` and `del` unsaid, so it is said in words. */
function Piece({ piece, Mark }: { piece: ComparedPiece; Mark: "ins" | "del" }) {
  const t = useTranslations("revisions.compare");
  const words = readable(piece.text);
  if (!piece.isOnly) return words;
  return (
    <Mark>
      <span className="sr-only">{t(Mark === "ins" ? "begin.added" : "begin.removed")} </span>
      {words}
      <span className="sr-only"> {t(Mark === "ins" ? "end.added" : "end.removed")}</span>
    </Mark>
  );
}

type Kind = Exclude<ComparedBlock["kind"], "same">;

function labelOf(kind: Kind, side: "before" | "after") {
  if (kind !== "moved") return kind;
  return side === "before" ? "movedAway" : "movedHere";
}

function wordsOf(pieces: readonly ComparedPiece[] | null): string {
  return readable((pieces ?? []).map(({ text }) => text).join(""));
}

/** The flat text holds U+FFFC for an image, a line break or a note's number: here it is a sign. */
function readable(text: string): string {
  return text.replaceAll("\uFFFC", "▫");
}

interface ComparisonProps {
  above: ReactNode;
  comparison: ComparisonView;
  /** Where this comparison is, without its query. */
  path: string;
  zone: string;
}

interface RowProps {
  row: ComparedRow;
  /** Of the revisions compared. */
  numbers: readonly [number, number];
  language: string;
}
