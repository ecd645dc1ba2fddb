"use client";

import { type ReactNode, useCallback, useState } from "react";

import { usePageCommand } from "@/components/palette/palette-store";
import { ArticleFrame } from "./article-frame";
import { AudienceWindow } from "./audience-window";
import { ContinueNotice } from "./continue-notice";
import { DiscussionButton } from "./discussion-button";
import { HiddenSign } from "./hidden-sign";
import { LiveStatus, Spoken } from "./live-status";
import { Margin } from "./margin";
import { NewAbove } from "./new-above";
import { useReaderState } from "./reader-context";
import { ReaderRail } from "./reader-rail";
import { ReaderTools } from "./reader-tools";
import { ReattachHint } from "./reattach-toolbar";
import { RevisedNotice } from "./revised-notice";
import { goOnSearching, SearchBar } from "./search-bar";
import { ShortcutsDialog } from "./shortcuts-dialog";
import { useAddress } from "./use-address";
import { useFollowFilter } from "./use-filter";
import { useLive } from "./use-live";
import { usePainted } from "./use-painted";
import { useResume } from "./use-resume";
import { useDraftAddress } from "./use-resume-draft";
import { useShortcuts } from "./use-shortcuts";

/** The reading page as it stands on the screen, and all that listens there. */
export function ReaderStage({ cursor, hasMore, head, children }: ReaderStageProps) {
  const connection = useReaderState((state) => state.connection);
  const [isSearching, setSearching] = useState(false);
  const [isHelping, setHelping] = useState(false);
  const [isKnown, setKnown] = useState(!hasMore);

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
        <ArticleFrame>{children}</ArticleFrame>
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
