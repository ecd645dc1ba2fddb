import katex from "katex";

import "katex/dist/katex.min.css";
// Who copies a drawn formula wherever it is read gets it as it is typed.
import "katex/contrib/copy-tex";

/**
 * Draws a formula in `element`; false where its LaTeX cannot be drawn, which then stays as it is.
 * What it may make is bounded: no address, no size beyond the line, no macro without end.
 */
export function drawFormula(element: HTMLElement, latex: string, isBlock: boolean): boolean {
  try {
    katex.render(latex, element, {
      displayMode: isBlock,
      throwOnError: true,
      trust: false,
      strict: "ignore",
      maxSize: 20,
      maxExpand: 200,
    });
    return true;
  } catch {
    element.replaceChildren();
    return false;
  }
}
