"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, type ReactNode, useId, useRef } from "react";

import { Button } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import type { TextRange } from "@/lib/anchoring";
import type { FoundComment } from "@/lib/annotations/search";
import { hitInContext } from "./hit-in-context";
import { useReader, useReaderState } from "./reader-context";
import { firstWords } from "./thread-name";
import type { DiscussionSearch } from "./use-discussion-search";
import { useRoomForHit } from "./use-room-for-hit";
import type { TextSearch } from "./use-search";
import { useSteps } from "./use-steps";

/** As many hits of the text as one looks through; the others are reached by going on. */
const LISTED_AT_MOST = 30;

/** What was found: in the text, and beside it in the discussion. */
export function SearchResults({ text, discussion, onGone }: SearchResultsProps) {
  const list = useRef<HTMLDivElement>(null);
  useRoomForHit(list, text.hits?.[text.at]);
  const t = useTranslations("reader.search");
  return (
    <div ref={list} className="reader-search-results appear">
      <Part title={t("inText")}>
        <TextHits text={text} onGone={onGone} />
      </Part>
      <Part title={t("inDiscussion")}>
        <FoundComments discussion={discussion} onGone={onGone} />
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="px-3 pt-2 pb-1 text-xs font-semibold text-soft">
        {title}
      </h2>
      {children}
    </section>
  );
}

function TextHits({
  text: { hits, at, goTo },
  onGone,
}: Pick<SearchResultsProps, "text" | "onGone">) {
  const t = useTranslations("reader.search");
  const { surface } = useReader();
  if (!hits || !surface) return <Said>{t("searching")}</Said>;
  if (hits.length === 0) return <Said>{t("notInText")}</Said>;
  // Those around the present one: of many, the first would be far behind.
  const from = Math.max(0, Math.min(at - 5, hits.length - LISTED_AT_MOST));
  const listed = hits.slice(from, from + LISTED_AT_MOST);
  return (
    <>
      <ul>
        {listed.map((hit, rank) => (
          <Result
            key={hit.start}
            isPresent={from + rank === at}
            onChoose={(isByKey) => {
              goTo(from + rank);
              onGone({ isByKey });
            }}
          >
            <span className="font-serif">
              <Marked {...hitInContext(surface.text, hit)} />
            </span>
          </Result>
        ))}
      </ul>
      {hits.length > listed.length && <Said>{t("goOn")}</Said>}
    </>
  );
}

function FoundComments({
  discussion: { state, rows, hasMore, showMore, retry },
  onGone,
}: Pick<SearchResultsProps, "discussion" | "onGone">) {
  const t = useTranslations("reader.search");
  const { store } = useReader();
  const { goTo } = useSteps();
  const isOffline = useReaderState(({ connection }) => connection === "offline");

  function open({ annotationId }: FoundComment): void {
    onGone({ isByKey: false });
    if (store.getState().marks.has(annotationId)) goTo(annotationId);
    // Not known yet, or no more: the address waits for it, and says when there is none.
    else window.location.hash = `a-${annotationId}`;
  }

  return (
    <>
      <p role="status" className={state === "done" && rows.length > 0 ? "sr-only" : SAID}>
        {state === "searching" && t("searching")}
        {state === "failed" && t(isOffline ? "offline" : "failed")}
        {state === "done" && t("found", { count: rows.length, hasMore: hasMore ? "yes" : "no" })}
      </p>
      {state === "failed" && (
        <Button size="sm" className="mx-3 mb-2" data-stop="" onClick={retry}>
          {t("retry")}
        </Button>
      )}
      <ul>
        {rows.map((found) => (
          <Result key={found.id} onChoose={() => open(found)}>
            <Marked {...found.snippet} />
            <Whence found={found} />
          </Result>
        ))}
      </ul>
      {hasMore && (
        <Button size="sm" variant="quiet" data-stop="" onClick={showMore}>
          {t("more")}
        </Button>
      )}
    </>
  );
}

function Whence({ found: { author, createdAt, quote } }: { found: FoundComment }) {
  const t = useTranslations("reader");
  const { zone } = useReader();
  return (
    <span className="mt-0.5 block truncate text-xs text-soft">
      {author?.name} · <Time iso={createdAt} zone={zone} /> ·{" "}
      <span className="font-serif italic">{quote === "" ? t("onWhole") : firstWords(quote)}</span>
    </span>
  );
}

function Result({ isPresent, onChoose, children }: ResultProps) {
  return (
    <li>
      <button
        type="button"
        data-stop=""
        aria-current={isPresent || undefined}
        className="block min-h-9 w-full px-3 py-1.5 text-start text-sm hover:bg-touched focus-visible:bg-touched aria-[current]:bg-wash pointer-coarse:min-h-11"
        // A key clicks without a pointer: such a click counts none.
        onClick={(event: MouseEvent) => onChoose(event.detail === 0)}
      >
        {children}
      </button>
    </li>
  );
}

/** Words with the hits in them marked. */
function Marked({ text, hits }: { text: string; hits: readonly TextRange[] }) {
  const ends = [0, ...hits.map(({ end }) => end)];
  return (
    <>
      {hits.map(({ start, end }, rank) => (
        <span key={start}>
          {text.slice(ends[rank], start)}
          <mark className="reader-search-mark">{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(ends.at(-1))}
    </>
  );
}

function Said({ children }: { children: ReactNode }) {
  return <p className={SAID}>{children}</p>;
}

const SAID = "px-3 pb-2 text-sm text-soft";

interface ResultProps {
  isPresent?: boolean;
  onChoose(isByKey: boolean): void;
  children: ReactNode;
}

interface SearchResultsProps {
  text: TextSearch;
  discussion: DiscussionSearch;
  /** One of them was gone to; by key, the focus should go on from the field. */
  onGone(how: { isByKey: boolean }): void;
}
