"use client";

import { type ReactNode, useCallback, useRef, useState } from "react";

import { usePageCommand } from "@/components/palette/palette-store";
import { AnnotateToolbar } from "./annotate-toolbar";
import { AudienceWindow } from "./audience-window";
import { ContinueNotice } from "./continue-notice";
import { DiscussionButton } from "./discussion-button";
import { HiddenSign } from "./hidden-sign";
import { LiveStatus, Spoken } from "./live-status";
import { Margin } from "./margin";
import { NewAbove } from "./new-above";
import { OverlapList } from "./overlap-list";
import { PickerHint } from "./picker-hint";
import { PrintedPage } from "./printed-page";
import { useReader, useReaderState } from "./reader-context";
import { ReaderRail } from "./reader-rail";
import { ReaderTools } from "./reader-tools";
import { ReattachHint, ReattachToolbar } from "./reattach-toolbar";
import { RevisedNotice } from "./revised-notice";
import { goOnSearching, SearchBar } from "./search-bar";
import { ShortcutsDialog } from "./shortcuts-dialog";
import { useAddress } from "./use-address";
import { useArticlePointer } from "./use-article-pointer";
import { useFollowFilter } from "./use-filter";
import { useLive } from "./use-live";
import { usePainted } from "./use-painted";
import { usePicked } from "./use-picked";
import { usePicker } from "./use-picker";
import { useResume } from "./use-resume";
import { useDraftAddress } from "./use-resume-draft";
import { useShortcuts } from "./use-shortcuts";

const HINT_ID = "picker-hint";

/** The reading page as it stands on the screen, and all that listens there. */
export function ReaderStage({ cursor, hasMore, head, children }: ReaderStageProps) {
  const { assignment } = useReader();
  const connection = useReaderState((state) => state.connection);
  const reattachingId = useReaderState((state) => state.reattachingId);
  const frame = useRef<HTMLDivElement>(null);
  const [isSearching, setSearching] = useState(false);
  const [isHelping, setHelping] = useState(false);
  const [isKnown, setKnown] = useState(!hasMore);
  const picked = usePicked(frame);
  const { level, ...picking } = usePicker();
  const { overlap, closeOverlap, onClick, onPointerMove, onPointerLeave } = useArticlePointer();

  function search(): void {
    setSearching(true);
    goOnSearching();
  }

  usePainted();
  useResume({ hasMore, onMarks: setKnown });
  useLive(cursor);
  useAddress(isKnown);
  useDraftAddress(isKnown);
  useFollowFilter();
  const onHelp = useCallback(() => setHelping(true), []);
  useShortcuts({ onSearch: search, onHelp });
  usePageCommand("shortcuts", onHelp);

  return (
    <div className="reader" data-connection={connection}>
      <ReaderRail />
      <div className="reader-body">
        <LiveStatus />
        <RevisedNotice />
        <ReattachHint />
        {isSearching && <SearchBar onClose={() => setSearching(false)} />}
        <ReaderTools onSearch={search} />
        {head}
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
        <NewAbove />
        <ContinueNotice />
      </div>
      <Margin />
      <HiddenSign className="reader-hidden-pill" />
      <DiscussionButton />
      <Spoken />
      <AudienceWindow />
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
