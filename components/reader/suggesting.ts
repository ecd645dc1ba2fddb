import { Extension, type JSONContent } from "@tiptap/core";
import { PluginKey } from "@tiptap/pm/state";
import { Suggestion, type SuggestionProps } from "@tiptap/suggestion";

export type SuggestedKind = "mention" | "tag";

/** Something that can take the place of what is being typed. */
export interface Suggested {
  key: string;
  /** What stands in the list, without the sign before it. */
  label: string;
  isNew: boolean;
  node: JSONContent;
}

/** A list that stands open beside the words. */
export interface OpenSuggestions {
  kind: SuggestedKind;
  query: string;
  choices: Suggested[];
  /** Which of them Enter takes. */
  active: number;
  choose(at: number): void;
}

interface SuggestingOptions {
  find(kind: SuggestedKind, query: string, signal: AbortSignal): Promise<Suggested[]>;
  /** Null when the list closes. */
  onChange(open: OpenSuggestions | null): void;
}

/** Milliseconds without a key before the server is asked. */
const PATIENCE_MS = 120;

const SIGNS = [
  { kind: "mention", char: "@" },
  { kind: "tag", char: "#" },
] as const;

/** Words may begin after these as well, and not only after a space. */
const BEFORE = [" ", "(", "[", "\u201c", "\u3000", "\u00a0"];

/** Offers people after `@` and tags after `#`: arrows choose, Enter takes, Escape closes the list. */
export function suggesting({ find, onChange }: SuggestingOptions) {
  return Extension.create({
    name: "suggesting",
    addProseMirrorPlugins() {
      return SIGNS.map(({ kind, char }) =>
        Suggestion<Suggested, Suggested>({
          editor: this.editor,
          pluginKey: new PluginKey(`suggest-${kind}`),
          char,
          allowedPrefixes: BEFORE,
          debounce: PATIENCE_MS,
          allow: ({ editor }) => !editor.isActive("codeBlock") && !editor.isActive("code"),
          items: ({ query, signal }) => find(kind, query, signal),
          command: ({ editor, range, props: { node } }) => {
            editor
              .chain()
              .focus()
              .insertContentAt(range, [node, { type: "text", text: " " }])
              .run();
          },
          render: () => listOf(kind, onChange),
        }),
      );
    },
  });
}

function listOf(kind: SuggestedKind, onChange: SuggestingOptions["onChange"]) {
  let props: SuggestionProps<Suggested, Suggested> | null = null;
  let active = 0;

  function choose(at: number): void {
    const chosen = props?.items[at];
    if (chosen) props?.command(chosen);
  }

  function show(next: typeof props): void {
    props = next;
    if (!props) {
      onChange(null);
      return;
    }
    const { query, items } = props;
    active = Math.min(active, Math.max(0, items.length - 1));
    onChange({ kind, query, choices: items, active, choose });
  }

  function step(by: number): boolean {
    const count = props?.items.length ?? 0;
    if (count === 0) return false;
    active = (active + by + count) % count;
    show(props);
    return true;
  }

  return {
    onStart(started: SuggestionProps<Suggested, Suggested>) {
      active = 0;
      show(started);
    },
    onUpdate: show,
    onExit: () => show(null),
    onKeyDown({ event }: { event: KeyboardEvent }): boolean {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
      if (event.key === "ArrowDown") return step(1);
      if (event.key === "ArrowUp") return step(-1);
      // It closes the list alone; the composer stays.
      if (event.key === "Escape") event.stopPropagation();
      if (event.key !== "Enter" || !props || props.items.length === 0) return false;
      choose(active);
      return true;
    },
  };
}
