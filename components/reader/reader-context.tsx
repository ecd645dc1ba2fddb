"use client";

import { createContext, type ReactNode, useContext } from "react";
import { useStore } from "zustand";

import type { AssignmentView } from "@/lib/assignments/present";
import type { TextHeading } from "@/lib/editor/headings";
import type { ReaderActions } from "./actions";
import type { Company } from "./company";
import type { Writer } from "./pending-thread";
import type { ReaderStore } from "./store";
import type { TextSurface } from "./text-surface";

interface ReaderValue {
  assignment: AssignmentView;
  /** The headings of the text, in their order. */
  headings: readonly TextHeading[];
  writer: Writer;
  /** The reader's own time zone. */
  zone: string;
  store: ReaderStore;
  actions: ReaderActions;
  /** Who else is here. */
  company: Company;
  /** The mounted text; null until the editor has taken the article over. */
  surface: TextSurface | null;
}

const ReaderContext = createContext<ReaderValue | null>(null);

export function ReaderProvider({ value, children }: { value: ReaderValue; children: ReactNode }) {
  return <ReaderContext value={value}>{children}</ReaderContext>;
}

/** The open reading. Only below {@link ReaderProvider}. */
export function useReader(): ReaderValue {
  const value = useContext(ReaderContext);
  if (!value) throw new Error("useReader needs a ReaderProvider above it");
  return value;
}

/** A part of the reader's state, followed as it changes. */
export function useReaderState<T>(select: (state: ReturnType<ReaderStore["getState"]>) => T): T {
  return useStore(useReader().store, select);
}
