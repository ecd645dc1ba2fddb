import type { TextHeading } from "@/lib/editor/headings";

/** A heading with those below it. */
export interface HeadingBranch {
  heading: TextHeading;
  /** Its place among all headings. */
  index: number;
  below: HeadingBranch[];
}

/**
 * Headings as a tree: below each those of a lower rank that follow it, up to the next of its own
 * rank or a higher. A level that is left out makes no step of its own.
 */
export function nestHeadings(headings: readonly TextHeading[]): HeadingBranch[] {
  const top: HeadingBranch[] = [];
  const path: HeadingBranch[] = [];
  for (const [index, heading] of headings.entries()) {
    const branch = { heading, index, below: [] };
    while (path.length > 0 && path.at(-1)!.heading.level >= heading.level) path.pop();
    (path.at(-1)?.below ?? top).push(branch);
    path.push(branch);
  }
  return top;
}

/** The place of the last heading at or before an offset; -1 where none is. */
export function headingAt(headings: readonly TextHeading[], offset: number): number {
  let low = 0;
  let high = headings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (headings[middle]!.offset <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
