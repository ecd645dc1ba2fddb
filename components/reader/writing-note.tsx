"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useStore } from "zustand";

import { useReader, useReaderState } from "./reader-context";

const NOBODY = [] as const;

/** That somebody writes in a thread at this moment; it lies over the card's edge and takes no room. */
export function WritingNote({ threadId }: { threadId: string }) {
  const { company, store } = useReader();
  const told = useStore(company, ({ writers }) => writers.get(threadId) ?? NOBODY);
  const own = useReaderState((state) => state.own);
  const isFocused = useReaderState(({ focusedId }) => focusedId === threadId);
  const isMuted = own.follows.get(threadId) === "MUTED";
  const writers = isMuted ? NOBODY : told.filter((each) => !(each && own.mutedIds.has(each.id)));
  const words = useWords(writers.map((each) => each?.name ?? null));

  useEffect(() => {
    if (isFocused && words && company.mayBeSaid(threadId)) store.say(words);
  }, [isFocused, words, company, store, threadId]);

  if (!words) return null;
  return (
    <p className="writing-note" title={words}>
      <span className="truncate">{words}</span>
    </p>
  );
}

function useWords(names: readonly (string | null)[]): string {
  const t = useTranslations("reader.presence");
  const [first, second] = names;
  if (names.length === 0) return "";
  if (names.length === 1) return first ? t("writing", { name: first }) : t("someoneWriting");
  if (names.length === 2 && first && second) return t("twoWriting", { first, second });
  return t("severalWriting");
}
