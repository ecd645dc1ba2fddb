import { useEffect, useState } from "react";

import { followView } from "./follow-view";
import { headingAt } from "./nest-headings";
import { useReader } from "./reader-context";

/** The place of the heading under which one reads, followed while one scrolls; -1 before the first. */
export function useCurrentHeading(): number {
  const { headings, surface } = useReader();
  const [current, setCurrent] = useState(-1);
  useEffect(() => {
    if (!surface || headings.length === 0) return;
    return followView(surface, ({ eye }) => setCurrent(headingAt(headings, eye)));
  }, [headings, surface]);
  return current;
}
