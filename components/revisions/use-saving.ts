import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";

import { readingSchema } from "@/lib/editor/reading-schema";
import type { StepMaps } from "@/lib/editor/step-maps";
import type { DraftView } from "@/lib/revisions/queries";
import type { KeptPlace } from "./kept-draft";
import { createSaving, type SaveState, type Saving } from "./saving";

/** Saves what is typed into the editor from now on, and tells how far that has got. */
export function useSaving({ editor, draft, kept, steps, isUnsaved }: SavingOptions) {
  const [state, setState] = useState<SaveState>({ type: "saved", at: draft.savedAt });
  const [saving, setSaving] = useState<Saving | null>(null);

  useEffect(() => {
    if (!editor) return;
    const made = createSaving({
      draft,
      kept,
      steps,
      read: () => editor.getJSON(),
      isSame: (a, b) => readingSchema.nodeFromJSON(a).eq(readingSchema.nodeFromJSON(b)),
      onState: setState,
    });
    setSaving(made);
    const onTransaction: Parameters<typeof editor.on<"transaction">>[1] = ({
      transaction,
      appendedTransactions,
    }) => {
      const all = [transaction, ...appendedTransactions];
      if (!all.some(({ docChanged }) => docChanged)) return;
      made.changed(all.flatMap(({ mapping }) => mapping.maps.map(rangesOf)));
    };
    const onHide = () => made.leave();
    const onOnline = () => void made.save();
    const onUnload = (event: BeforeUnloadEvent) => {
      const { baseId, version, document, steps } = made.unsaved();
      // Asks only where words would really be lost.
      if (made.isDirty() && !kept.keep({ baseId, version, document, steps }))
        event.preventDefault();
    };
    editor.on("transaction", onTransaction);
    window.addEventListener("pagehide", onHide);
    window.addEventListener("online", onOnline);
    window.addEventListener("beforeunload", onUnload);
    if (isUnsaved) {
      made.changed([]);
      void made.save();
    }
    return () => {
      editor.off("transaction", onTransaction);
      window.removeEventListener("pagehide", onHide);
      window.removeEventListener("online", onOnline);
      window.removeEventListener("beforeunload", onUnload);
      made.leave();
      made.stop();
    };
  }, [editor, draft, kept, steps, isUnsaved]);

  return { state, saving };
}

/** Triples of start, old size and new size. */
function rangesOf(map: { forEach(f: (a: number, b: number, c: number, d: number) => void): void }) {
  const ranges: number[] = [];
  map.forEach((start, end, newStart, newEnd) => {
    ranges.push(start, end - start, newEnd - newStart);
  });
  return ranges;
}

interface SavingOptions {
  editor: Editor | null;
  draft: DraftView;
  kept: KeptPlace;
  /** Steps that led to the document that the editor begins with, and that the server lacks. */
  steps: StepMaps | null;
  /** The editor begins with what was kept here and is not on the server. */
  isUnsaved: boolean;
}
