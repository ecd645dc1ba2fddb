"use client";

import { type ReactNode, useRef } from "react";

import { AnnotateToolbar } from "./annotate-toolbar";
import { OverlapList } from "./overlap-list";
import { PickerHint } from "./picker-hint";
import { PrintedPage } from "./printed-page";
import { useReader, useReaderState } from "./reader-context";
import { ReattachToolbar } from "./reattach-toolbar";
import { useArticlePointer } from "./use-article-pointer";
import { usePicked } from "./use-picked";
import { usePicker } from "./use-picker";

const HINT_ID = "picker-hint";

/**
 * The article and what stands over it where one points and selects. Apart from the rest of the
 * page, because it is drawn again with every selection.
 */
export function ArticleFrame({ children }: { children: ReactNode }) {
  const { assignment } = useReader();
  const reattachingId = useReaderState((state) => state.reattachingId);
  const frame = useRef<HTMLDivElement>(null);
  const picked = usePicked(frame);
  const { level, ...picking } = usePicker();
  const { overlap, closeOverlap, onClick, onPointerMove, onPointerLeave } = useArticlePointer();

  return (
    <div ref={frame} className="relative">
      <PrintedPage />
      <article
        aria-label={assignment.reading.title}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the article is one stop for Tab (interface.md)
        tabIndex={0}
        className="reader-article"
        onClick={onClick}
        aria-describedby={HINT_ID}
        data-picking={level === "none" ? undefined : level}
        onKeyDown={picking.onKeyDown}
        onPointerDown={picking.onPointerDown}
        onFocus={picking.onFocus}
        onBlur={picking.onBlur}
        onPointerMove={onPointerMove}
        onPointerLeave={onPointerLeave}
      >
        {children}
      </article>
      <PickerHint id={HINT_ID} level={level} />
      {picked &&
        (reattachingId ? (
          <ReattachToolbar picked={picked} threadId={reattachingId} />
        ) : (
          <AnnotateToolbar picked={picked} />
        ))}
      {overlap && <OverlapList overlap={overlap} onClose={closeOverlap} />}
    </div>
  );
}
