"use client";

import { type ReactNode, useRef, useState } from "react";

import { AnnotateToolbar } from "./annotate-toolbar";
import { DiscussionButton } from "./discussion-button";
import { LiveStatus, Spoken } from "./live-status";
import { Margin } from "./margin";
import { NewAbove } from "./new-above";
import { OverlapList } from "./overlap-list";
import { useReader } from "./reader-context";
import { SearchBar } from "./search-bar";
import { ShortcutsDialog } from "./shortcuts-dialog";
import { useAddress } from "./use-address";
import { useArticlePointer } from "./use-article-pointer";
import { useLive } from "./use-live";
import { usePainted } from "./use-painted";
import { usePicked } from "./use-picked";
import { useResume } from "./use-resume";
import { useShortcuts } from "./use-shortcuts";

/** The reading page as it stands on the screen, and all that listens there. */
export function ReaderStage({ cursor, hasMore, head, children }: ReaderStageProps) {
  const { assignment } = useReader();
  const frame = useRef<HTMLDivElement>(null);
  const [isSearching, setSearching] = useState(false);
  const [isHelping, setHelping] = useState(false);
  const [isKnown, setKnown] = useState(!hasMore);
  const picked = usePicked(frame);
  const { overlap, closeOverlap, onClick, onPointerMove, onPointerLeave } = useArticlePointer();

  usePainted();
  useResume({ hasMore, onMarks: setKnown });
  useLive(cursor);
  useAddress(isKnown);
  useShortcuts({ picked, onSearch: () => setSearching(true), onHelp: () => setHelping(true) });

  return (
    <div className="reader">
      <div className="reader-body">
        <LiveStatus />
        {isSearching && <SearchBar onClose={() => setSearching(false)} />}
        {head}
        <div ref={frame} className="relative">
          <article
            aria-label={assignment.reading.title}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the article is one stop for Tab (interface.md)
            tabIndex={0}
            className="reader-article"
            onClick={onClick}
            onKeyDown={() => undefined}
            onPointerMove={onPointerMove}
            onPointerLeave={onPointerLeave}
          >
            {children}
          </article>
          {picked && <AnnotateToolbar picked={picked} />}
          {overlap && <OverlapList overlap={overlap} onClose={closeOverlap} />}
        </div>
        <NewAbove />
      </div>
      <Margin />
      <DiscussionButton />
      <Spoken />
      <ShortcutsDialog isOpen={isHelping} onOpenChange={setHelping} />
    </div>
  );
}

interface ReaderStageProps {
  cursor: string;
  /** There are more threads than came with the page. */
  hasMore: boolean;
  head: ReactNode;
  /** The text. */
  children: ReactNode;
}
