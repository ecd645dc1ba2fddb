import { Decoration } from "@tiptap/pm/view";

import type { BlockRuns, Run } from "@/lib/anchoring";
import type { PaintedSpan } from "./annotation-layer";
import type { TextIndex } from "./text-index";

/** How marks are announced to screen readers: where they begin and end, only where they begin, or not. */
export interface Announcements {
  level: "all" | "start" | "off";
  /** What is said where very many begin. */
  crowd(count: number): string;
  /** What is said where one or several end. */
  end: string;
}

/** As long as nobody has said how. */
export const QUIET: Announcements = { level: "start", crowd: String, end: "" };

/** More links in one place would have to be listened to before the text goes on: they become one. */
const LINKS_AT_A_PLACE = 4;

interface Painted {
  index: TextIndex;
  runs: BlockRuns;
  spans: ReadonlyMap<string, PaintedSpan>;
  announcements: Announcements;
}

/**
 * What screen readers meet at a run: for each mark that begins there the way to its thread, once
 * and not in every run or block of it; where many begin, one way to the list of them.
 */
export function announce(painted: Painted, run: Run): Decoration[] {
  const { index, announcements } = painted;
  const { level, crowd, end } = announcements;
  if (level === "off") return [];
  const from = index.toPosition(run.from);
  const beginning = beginningAt(painted, run);
  const links =
    beginning.length > LINKS_AT_A_PLACE
      ? [
          widget(from, `crowd ${beginning.length}`, () =>
            crowdLink(run.from, crowd(beginning.length)),
          ),
        ]
      : beginning.map((span) => widget(from, `${span.id} ${span.label}`, () => linkTo(span)));
  const isEnd = level === "all" && run.ids.some((id) => painted.spans.get(id)?.end === run.to);
  if (!isEnd) return links;
  return [...links, widget(index.toPosition(run.to), "end", () => endWords(end))];
}

/** Only a place with more marks than a run lists has to be asked for all of them. */
function beginningAt({ runs, spans }: Painted, { from, ids, count }: Run): PaintedSpan[] {
  const here = count > ids.length ? runs.spansAt(from).map(({ id }) => id) : ids;
  return here.flatMap((id) => {
    const span = spans.get(id);
    return span?.start === from ? [span] : [];
  });
}

function widget(position: number, key: string, make: () => HTMLElement): Decoration {
  return Decoration.widget(position, make, { side: -1, key, ignoreSelection: true, marks: [] });
}

/**
 * The way to a thread. Not a stop for Tab: the article is one stop, and J and K go from thread to
 * thread.
 */
function linkTo({ id, label }: PaintedSpan): HTMLElement {
  const link = document.createElement("a");
  link.className = "annotation-link";
  link.href = `#a-${id}`;
  link.tabIndex = -1;
  link.textContent = label;
  return link;
}

/** The way to a list of all that begins at a place: a button, because it leads to no address. */
function crowdLink(offset: number, label: string): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "annotation-link";
  button.dataset.crowdAt = String(offset);
  button.tabIndex = -1;
  button.textContent = label;
  return button;
}

function endWords(words: string): HTMLElement {
  const end = document.createElement("span");
  end.className = "annotation-link";
  end.textContent = words;
  return end;
}
