import { CircleHelp, Highlighter, Lock, MessageSquare } from "lucide-react";
import { useTranslations } from "next-intl";

import type { ReaderMark } from "./mark-list";
import { useReader, useReaderState } from "./reader-context";
import { firstWords } from "./thread-name";

const ICON = { HIGHLIGHT: Highlighter, COMMENT: MessageSquare, QUESTION: CircleHelp };

/** One of the threads on a place: its kind, the words it is on, whose it is and how much was said. */
export function OverlapRow({ mark, isActive, onFocus, onChoose }: OverlapRowProps) {
  const t = useTranslations("reader");
  const { surface } = useReader();
  const isFresh = useReaderState((state) => state.freshIds.has(mark.id));
  const Icon = mark.audience === "ONLY_ME" ? Lock : ICON[mark.kind];
  return (
    <button
      type="button"
      data-row=""
      tabIndex={isActive ? 0 : -1}
      className="flex min-h-9 w-full items-center gap-2.5 px-3 py-1.5 text-start hover:bg-touched focus-visible:bg-touched focus-visible:-outline-offset-2 pointer-coarse:min-h-11"
      onPointerEnter={onFocus}
      onFocus={onFocus}
      onClick={onChoose}
    >
      <Icon className="size-4 shrink-0 text-soft" aria-hidden="true" />
      <span className="min-w-0 flex-1">
        <span className="sr-only">{t(`kind.${mark.kind}`)}: </span>
        <span className="block truncate font-serif italic">
          {firstWords(surface?.text.slice(mark.start, mark.end) ?? "")}
        </span>
        <span className="flex gap-1 text-xs text-soft">
          <span className="truncate">{mark.author.name}</span>
          {mark.commentCount > 0 && (
            <span className="shrink-0">{t("withComments", { count: mark.commentCount })}</span>
          )}
        </span>
      </span>
      {isFresh && (
        <span className="size-2 shrink-0 rounded-full bg-accent forced-colors:bg-[Highlight]">
          <span className="sr-only">{t("isNew")}</span>
        </span>
      )}
    </button>
  );
}

interface OverlapRowProps {
  mark: ReaderMark;
  /** Tab stops at one row; the arrow keys go on from it. */
  isActive: boolean;
  onFocus: () => void;
  onChoose: () => void;
}
