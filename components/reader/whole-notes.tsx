"use client";

import { NotebookPen } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";

import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { defaultAudience } from "./audience-choice";
import { Composer } from "./composer";
import { isOnWhole } from "./mark-list";
import { useReader, useReaderState } from "./reader-context";
import { ThreadCard } from "./thread-card";
import { ThreadSkeleton } from "./thread-skeleton";
import { useMissingThreads } from "./use-missing-threads";

/** Few stand open, so that threads on the first passages keep their level; how many come when asked for. */
const SHOWN_AT_FIRST = 1;
const SHOWN_MORE = 20;

const KINDS = [
  { name: "comment", kind: "COMMENT" },
  { name: "question", kind: "QUESTION" },
  { name: "private", kind: "COMMENT" },
] as const;

/** What is said of the reading as a whole, above all threads on passages, and how to add to it. */
export function WholeNotes() {
  const t = useTranslations("reader");
  const { assignment } = useReader();
  const [limit, setLimit] = useState(SHOWN_AT_FIRST);
  const notes = useWholeNotes();
  const focusedId = useReaderState((state) => state.focusedId);
  const place = useReaderState((state) => state.place);
  const section = useRef<HTMLElement>(null);
  const shown = notes.filter(({ id }, rank) => rank < limit || id === focusedId);
  const isWriting = place?.type === "new" && isOnWhole(place);
  useMissingThreads(shown.map(({ id }) => id));
  useFocusedInView(section, shown.find(({ id }) => id === focusedId)?.id);

  return (
    <section ref={section} aria-label={t("onWhole")} className="reader-whole">
      {notes.length > 0 && <h3 className="text-xs font-semibold text-soft">{t("onWhole")}</h3>}
      {shown.map(({ id }) => (
        <div key={id} data-card={id} className="reader-card">
          <WholeNote id={id} />
        </div>
      ))}
      {notes.length > shown.length && (
        <Button size="sm" variant="quiet" onClick={() => setLimit(limit + SHOWN_MORE)}>
          {t("moreOnWhole", { count: notes.length - shown.length })}
        </Button>
      )}
      {isWriting && <Composer key={`${place.kind} ${place.audience}`} place={place} />}
      {assignment.can.annotate && !isWriting && <WholeNoteMenu />}
    </section>
  );
}

function WholeNoteMenu() {
  const t = useTranslations("reader");
  const { assignment, store } = useReader();

  function write({ name, kind }: (typeof KINDS)[number]): void {
    const audience = name === "private" ? "ONLY_ME" : defaultAudience(assignment).audience;
    store.write({ type: "new", start: 0, end: 0, kind, audience });
  }

  return (
    <Menu
      trigger={
        <Button size="sm" variant="quiet" className="-ms-2">
          <NotebookPen className="size-4" aria-hidden="true" />
          {t("noteOnWhole")}
        </Button>
      }
    >
      {KINDS.map((each) => (
        <MenuItem key={each.name} onClick={() => write(each)}>
          {t(`annotate.${each.name}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}

function WholeNote({ id }: { id: string }) {
  const thread = useReaderState(({ threads }) => threads.get(id));
  return thread ? <ThreadCard thread={thread} /> : <ThreadSkeleton />;
}

function useWholeNotes() {
  const marks = useReaderState((state) => state.shown);
  const isInOrder = useReaderState(({ filter }) => filter.sort === "position");
  const held = useReaderState((state) => state.heldIds);
  return useMemo(() => {
    if (!isInOrder) return [];
    const others = marks.ordered.findIndex((mark) => !isOnWhole(mark));
    const notes = others < 0 ? marks.ordered : marks.ordered.slice(0, others);
    return notes.filter(({ id }) => !held.has(id));
  }, [marks, held, isInOrder]);
}

/** No passage brings these into view: they stand at the top, wherever one reads. */
function useFocusedInView(section: React.RefObject<HTMLElement | null>, id: string | undefined) {
  useEffect(() => {
    if (!id) return;
    const card = section.current?.querySelector(`[data-card="${CSS.escape(id)}"]`);
    card?.scrollIntoView({ block: "nearest" });
  }, [section, id]);
}
