"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import { usePreference } from "@/components/preferences/preferences-provider";
import type { OwnView } from "@/lib/annotations/own";
import type { ThreadView } from "@/lib/annotations/present";
import type { Page } from "@/lib/annotations/queries";
import type { AssignmentView } from "@/lib/assignments/present";
import type { TextHeading } from "@/lib/editor/headings";
import { createActions } from "./actions";
import { ArticleText } from "./article-text";
import { createCompany } from "./company";
import type { MarkFilter } from "./mark-filter";
import { readOwn } from "./own";
import type { Writer } from "./pending-thread";
import { ReaderProvider } from "./reader-context";
import { ReaderStage } from "./reader-stage";
import { createReaderStore } from "./store";
import type { TextSurface } from "./text-surface";

/** One open reading: the article, its margin, and everything that happens between the two. */
export function Reader({ assignment, text: shown, threads, cursor, ...reader }: ReaderProps) {
  const { writer, zone, head, filter } = reader;
  const t = useTranslations("reader");
  const [surface, setSurface] = useState<TextSurface | null>(null);
  const areHidden = usePreference(({ hideHighlights }) => hideHighlights);
  const [store] = useState(() =>
    createReaderStore(threads.rows, writer.id, { filter, areHidden, own: readOwn(reader.own) }),
  );
  const [company] = useState(createCompany);
  const text = useRef("");
  const [actions] = useState(() => {
    const sentences = {
      saved: t("saved"),
      offline: t("unreachable"),
      notSaved: (reason: string) => t("notSaved", { reason }),
      deleted: t("deleted"),
      undo: t("undo"),
      reattached: t("revised.reattached"),
      placeless: t("revised.placeless"),
    };
    const quoteOf = (start: number, end: number) => text.current.slice(start, end);
    return createActions({ assignment, writer, store, sentences, quoteOf });
  });
  const onSurface = useCallback((mounted: TextSurface | null) => {
    text.current = mounted?.text ?? text.current;
    setSurface(mounted);
  }, []);
  const value = useMemo(
    () => ({
      ...{ assignment, headings: shown.headings },
      ...{ writer, zone, store, actions, company, surface },
    }),
    [assignment, shown, writer, zone, store, actions, company, surface],
  );

  return (
    <ReaderProvider value={value}>
      <ReaderStage cursor={cursor} hasMore={threads.nextCursor !== null} head={head}>
        <ArticleText
          html={shown.html}
          language={assignment.reading.language}
          onSurface={onSurface}
        />
      </ReaderStage>
    </ReaderProvider>
  );
}

interface ReaderProps {
  assignment: AssignmentView;
  /** The text as the server renders it. */
  text: { html: string; headings: readonly TextHeading[] };
  /** The first threads in the order of the text; the others are fetched as they come near. */
  threads: Page<ThreadView>;
  /** From where to follow what others write. */
  cursor: string;
  writer: Writer;
  /** The reader's time zone. */
  zone: string;
  /** What the address asks to see of the discussion. */
  filter: MarkFilter;
  /** What the reader noted for themselves. */
  own: OwnView;
  /** What stands above the text. */
  head: ReactNode;
}
