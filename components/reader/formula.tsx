"use client";

import { useEffect, useRef, useState } from "react";

/** A formula, drawn; its source until then, and for good where it cannot be drawn. */
export function Formula({ latex, isBlock = false }: { latex: string; isBlock?: boolean }) {
  const drawn = useRef<HTMLSpanElement>(null);
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    // Large, and asked for by the few comments that have one.
    void import("./draw-formula").then(({ drawFormula }) => {
      if (isCurrent && drawn.current) setDrawn(drawFormula(drawn.current, latex, isBlock));
    }, ignore);
    return () => {
      isCurrent = false;
    };
  }, [latex, isBlock]);

  return (
    <span className={isBlock ? "formula formula-block" : "formula"}>
      <span ref={drawn} />
      {!isDrawn && <code>{latex}</code>}
    </span>
  );
}

/** Without a network the source stays. */
function ignore(): void {}
