import type { AnnotationKind, Audience } from "@/prisma/generated/enums";
import type { DemoPersonKey } from "./people";

/** A wall-clock time of the course's zone, in days from the day on which the demo is loaded. */
export interface DemoMoment {
  day: number;
  /** `HH:mm` */
  at: string;
}

/** A paragraph, or a list of short ones. */
export type DemoBlock = string | { list: readonly string[] };

export interface DemoComment extends DemoMoment {
  by: DemoPersonKey;
  blocks: readonly DemoBlock[];
  /** When it was edited, and what it had said before. */
  edited?: DemoMoment & { before: string };
  /** When its author took it down. */
  deleted?: DemoMoment;
}

interface DemoMark {
  /** The passage, word for word; within one paragraph, or with `\n` where the next one begins. */
  quote: string;
  audience: Audience;
}

export interface DemoHighlight extends DemoMark, DemoMoment {
  kind: Extract<AnnotationKind, "HIGHLIGHT">;
  by: DemoPersonKey;
}

/** A comment or question: its author and time are those of its first post. */
export interface DemoThread extends DemoMark {
  kind: Exclude<AnnotationKind, "HIGHLIGHT">;
  comments: readonly [DemoComment, ...DemoComment[]];
  answered?: DemoMoment;
}

export type DemoAnnotation = DemoHighlight | DemoThread;

/**
 * One post, written as in a play: who, when, and then the words.
 *
 * Line breaks are those of the source file and become spaces; an empty line begins a paragraph;
 * `${list(…)}` stands between paragraphs.
 */
export function post(by: DemoPersonKey, day: number, at: string) {
  return (words: TemplateStringsArray, ...lists: DemoBlock[]): DemoComment => {
    const blocks = words.flatMap((part, index) => {
      const after = lists[index];
      return after === undefined ? paragraphs(part) : [...paragraphs(part), after];
    });
    return { by, day, at, blocks };
  };
}

/** A list inside the words of {@link post}. */
export function list(...lines: string[]): DemoBlock {
  return { list: lines };
}

function paragraphs(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "");
}
