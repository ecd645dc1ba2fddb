"use client";

import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

import { printCopy } from "./print-copy";
import { type PrintPlan, planPrint } from "./print-plan";
import { PrintedNotes } from "./printed-notes";
import { useReader } from "./reader-context";

/**
 * What goes to paper, however the printing was asked for: made when the browser is about to
 * print and taken away afterwards, so that reading never pays for it.
 */
export function PrintedPage() {
  const { store, surface } = useReader();
  const page = useRef<HTMLDivElement>(null);
  const [plan, setPlan] = useState<PrintPlan | null>(null);

  useEffect(() => {
    if (!surface) return;
    function before(): void {
      const state = store.getState();
      const next = planPrint(state.shown.ordered, state.threads);
      // The browser takes the page as it stands when this returns.
      flushSync(() => setPlan(next));
      if (surface) page.current?.replaceChildren(printCopy(surface, next.notes));
    }
    function after(): void {
      setPlan(null);
      page.current?.replaceChildren();
    }
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", after);
    return () => {
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", after);
    };
  }, [surface, store]);

  return (
    <div className="printed">
      <div ref={page} className="print-page" />
      {plan && <PrintedNotes plan={plan} />}
    </div>
  );
}
