import { numbersInText, type PrintedNote, printedNoteId } from "./print-plan";
import type { TextSurface } from "./text-surface";

/**
 * The text for paper: a copy with the numbers of the notes where their passages end. A copy,
 * because the text itself is TipTap's and must not change.
 */
export function printCopy(surface: TextSurface, notes: readonly PrintedNote[]): Element {
  const copy = surface.element.cloneNode(true) as Element;
  const twin = twins(surface.element, copy);
  // From the end on, so that no place that is still to come has moved.
  for (const { end, numbers } of numbersInText(notes)) {
    const { startContainer, startOffset } = surface.rangeOf(end, end);
    const at = twin.get(startContainer);
    if (at) insertAt(at, startOffset, sign(numbers));
  }
  for (const link of copy.querySelectorAll(".annotation-link")) link.remove();
  for (const mark of copy.querySelectorAll("mark.annotation")) mark.replaceWith(...mark.childNodes);
  copy.removeAttribute("contenteditable");
  return copy;
}

function sign(numbers: number[]): Element {
  const sup = document.createElement("sup");
  sup.className = "print-number";
  numbers.forEach((number, index) => {
    const link = document.createElement("a");
    link.href = `#${printedNoteId(number)}`;
    link.textContent = String(number);
    sup.append(index > 0 ? ", " : "", link);
  });
  return sup;
}

function insertAt(node: Node, offset: number, inserted: Element): void {
  if (node instanceof Text) {
    const rest = node.splitText(Math.min(offset, node.length));
    rest.parentNode?.insertBefore(inserted, rest);
  } else node.insertBefore(inserted, node.childNodes[offset] ?? null);
}

/** Which node of the copy stands for which of the original. */
function twins(original: Element, copy: Element): Map<Node, Node> {
  const found = new Map<Node, Node>([[original, copy]]);
  const [ours, theirs] = [original, copy].map((root) => document.createTreeWalker(root));
  while (ours?.nextNode() && theirs?.nextNode()) found.set(ours.currentNode, theirs.currentNode);
  return found;
}
