"use client";

import { CircleHelp, Highlighter, Lock, MessageSquare } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { ReaderMark } from "./mark-list";
import { useReader, useReaderState } from "./reader-context";
import { firstWords } from "./thread-name";
import type { Overlap } from "./use-article-pointer";
import { useSteps } from "./use-steps";

const ICON = { HIGHLIGHT: Highlighter, COMMENT: MessageSquare, QUESTION: CircleHelp };

/** The threads that lie on one place of the text, to choose from. */
export function OverlapList({ overlap, onClose }: { overlap: Overlap; onClose: () => void }) {
  const t = useTranslations("reader");
  const { store, surface } = useReader();
  const { goTo } = useSteps();
  const marks = useReaderState((state) => state.marks);
  const list = useRef<HTMLDivElement>(null);
  const shown = overlap.ids.flatMap((id) => marks.get(id) ?? []);

  useEffect(() => {
    list.current?.querySelector("button")?.focus({ preventScroll: true });
    const close = (event: PointerEvent) => {
      if (event.target instanceof Node && !list.current?.contains(event.target)) onClose();
    };
    document.addEventListener("pointerdown", close);
    return () => {
      document.removeEventListener("pointerdown", close);
      store.hover(null);
    };
  }, [onClose, store]);

  return (
    <div
      ref={list}
      role="dialog"
      aria-label={t("severalHere", { count: shown.length })}
      className="reader-overlap appear"
      style={{ insetInlineStart: overlap.x, insetBlockStart: overlap.y }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
        surface?.element.closest("article")?.focus({ preventScroll: true });
      }}
    >
      <p className="px-3 pt-1 pb-1.5 text-xs text-faint" aria-hidden="true">
        {t("severalHere", { count: shown.length })}
      </p>
      <ul>
        {shown.map((mark) => (
          <li key={mark.id}>
            <button
              type="button"
              className="flex min-h-9 w-full items-center gap-2 px-3 py-1.5 text-start hover:bg-touched focus-visible:bg-touched pointer-coarse:min-h-11"
              onPointerEnter={() => store.hover(mark.id)}
              onFocus={() => store.hover(mark.id)}
              onClick={() => {
                onClose();
                goTo(mark.id);
              }}
            >
              <KindIcon mark={mark} />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-serif italic">
                  {firstWords(surface?.text.slice(mark.start, mark.end) ?? "")}
                </span>
                <span className="block truncate text-xs text-soft">
                  {t("byWithComments", { name: mark.author.name, count: mark.commentCount })}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function KindIcon({ mark }: { mark: ReaderMark }) {
  const Icon = mark.audience === "ONLY_ME" ? Lock : ICON[mark.kind];
  return <Icon className="size-4 shrink-0 text-soft" aria-hidden="true" />;
}
