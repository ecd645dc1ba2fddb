import { useEffect } from "react";

import { usePreference } from "@/components/preferences/preferences-provider";
import { useReader } from "./reader-context";
import { type Choice, useAnnotate } from "./use-annotate";
import { useSteps } from "./use-steps";

const CHOICES: Record<string, Choice> = {
  h: "highlight",
  c: "comment",
  q: "question",
  n: "private",
};

interface ShortcutOptions {
  onSearch(): void;
  onHelp(): void;
}

/** The reading page by single keys. They rest while somebody types, or a window is open. */
export function useShortcuts({ onSearch, onHelp }: ShortcutOptions): void {
  const { store, assignment, surface } = useReader();
  const annotate = useAnnotate();
  const { step, leave } = useSteps();
  const areOn = usePreference(({ shortcuts }) => shortcuts);

  useEffect(() => {
    function reply(): void {
      const { focusedId, threads } = store.getState();
      const thread = focusedId ? threads.get(focusedId) : undefined;
      if (thread?.can.reply) store.write({ type: "reply", annotationId: thread.id });
    }

    /** One's latest words in the thread: what one sees a slip in. */
    function edit(): void {
      const { focusedId, threads } = store.getState();
      const thread = focusedId ? threads.get(focusedId) : undefined;
      const comment = thread?.comments.findLast(({ can }) => can.edit);
      if (!thread || !comment) return;
      store.write({ type: "edit", annotationId: thread.id, commentId: comment.id });
    }

    const keys: Record<string, () => void> = {
      j: () => step(1),
      k: () => step(-1),
      r: reply,
      e: edit,
      "/": onSearch,
      "?": onHelp,
      Escape: leave,
    };

    function onKey(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.isComposing || isElsewhere(event.target)) return;
      // Escape is no shortcut: it leaves, as it does everywhere.
      if (!areOn && event.key !== "Escape") return;
      const choice = CHOICES[event.key.toLowerCase()];
      // Read from the page: the toolbar appears a frame later than a quick hand needs it.
      const passage = choice && assignment.can.annotate ? surface?.selected() : null;
      if (choice && passage) {
        event.preventDefault();
        annotate(choice, passage);
        return;
      }
      const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!act) return;
      event.preventDefault();
      act();
    }

    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [onSearch, onHelp, store, assignment, surface, annotate, step, leave, areOn]);
}

/** In a field, or in a window, menu or list that has keys of its own. */
function isElsewhere(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"]',
    ) !== null
  );
}
