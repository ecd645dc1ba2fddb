import { useTranslations } from "next-intl";
import { useEffect } from "react";

import { useChangePreferences, usePreference } from "@/components/preferences/preferences-provider";
import { EVERYTHING, type MarkFilter, readFilter, writeFilter } from "./mark-filter";
import { useReader, useReaderState } from "./reader-context";

/** What the reader sees of the discussion, and how to see more of it or less. */
export function useFilter() {
  const t = useTranslations("reader.filter");
  const { store } = useReader();
  const filter = useReaderState((state) => state.filter);

  function choose(next: MarkFilter): void {
    store.choose(next.sort === "position" ? { ...next, top: null } : next);
    const { marks, shownCount, filter } = store.getState();
    writeAddress(filter);
    store.say(t("shownAloud", { shown: shownCount, count: marks.size }));
  }

  return {
    filter,
    change: (changes: Partial<MarkFilter>): void => choose({ ...filter, ...changes }),
    showAll: (): void => choose(EVERYTHING),
  };
}

/** Whether nothing is marked in the text: a wish of the reader, not of the view (docs: filters). */
export function useHidden() {
  const t = useTranslations("reader.filter");
  const { store } = useReader();
  const areHidden = usePreference(({ hideHighlights }) => hideHighlights);
  const change = useChangePreferences();
  return {
    areHidden,
    hide(hideHighlights: boolean): void {
      change({ hideHighlights });
      store.say(t(hideHighlights ? "hidden" : "notHidden"));
    },
  };
}

/** Keeps the marks as preference and address have them: another tab, and the way back, change both. */
export function useFollowFilter(): void {
  const { store } = useReader();
  const areHidden = usePreference(({ hideHighlights }) => hideHighlights);
  useEffect(() => store.hide(areHidden), [store, areHidden]);

  useEffect(() => {
    const follow = () => {
      const next = readFilter(readAddress());
      // Going to a thread by its link changes the address, and not the filter.
      const isOther = writeFilter(next, "") !== writeFilter(store.getState().filter, "");
      if (isOther) store.choose(next);
    };
    window.addEventListener("popstate", follow);
    return () => window.removeEventListener("popstate", follow);
  }, [store]);
}

function readAddress(): Record<string, unknown> {
  return Object.fromEntries(new URLSearchParams(window.location.search));
}

/** In place: narrowing a view is no step that one goes back from. */
function writeAddress(filter: MarkFilter): void {
  const { pathname, search, hash } = window.location;
  const query = writeFilter(filter, search);
  window.history.replaceState(null, "", `${pathname}${query && `?${query}`}${hash}`);
}
