import type { Editor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";

import { normaliseTag } from "@/lib/editor/nodes/tag";
import { api } from "./api";
import type { ForWhom } from "./audience-choice";
import { useReader } from "./reader-context";
import type { Place } from "./store";
import { type OpenSuggestions, type Suggested, suggesting } from "./suggesting";

/** The people and tags that are offered while a comment is written at a place, for `whom` it is. */
export function useSuggestions(place: Place, whom: ForWhom) {
  const { assignment } = useReader();
  const [open, setOpen] = useState<OpenSuggestions | null>(null);
  const latest = useRef({ place, whom });
  latest.current = { place, whom };

  const [extension] = useState(() =>
    suggesting({
      onChange: setOpen,
      async find(kind, query, signal) {
        try {
          return kind === "tag"
            ? await findTags(assignment.id, query, signal)
            : await findPeople(assignment.id, query, latest.current, signal);
        } catch {
          // Without a network, or gone on: nothing is offered, and what is typed stays as it is.
          return [];
        }
      },
    }),
  );
  return { extension, open };
}

async function findPeople(
  assignmentId: string,
  q: string,
  { place, whom }: { place: Place; whom: ForWhom },
  signal: AbortSignal,
): Promise<Suggested[]> {
  const people =
    place.type === "new"
      ? await api.listMentionableInNew(assignmentId, q, whom, signal)
      : await api.listMentionable(place.annotationId, q, signal);
  return people.map(({ id, name }) => ({
    ...{ key: id, label: name, isNew: false },
    node: { type: "mention", attrs: { id, label: name.slice(0, 200) } },
  }));
}

async function findTags(
  assignmentId: string,
  q: string,
  signal: AbortSignal,
): Promise<Suggested[]> {
  const { tags, tagsOnly } = await api.listTags(assignmentId, q, signal);
  const typed = tagsOnly ? null : normaliseTag(q);
  const isKnown = tags.some(({ name }) => name === typed);
  const names = tags.map(({ name }) => ({ name, isNew: false }));
  const all = typed === null || isKnown ? names : [...names, { name: typed, isNew: true }];
  return all.map(({ name, isNew }) => ({
    ...{ key: name, label: name, isNew },
    node: { type: "tag", attrs: { name } },
  }));
}

/** Ties the list to the field that is typed in, and says how much it offers. */
export function useSuggestionTies(editor: Editor | null, open: OpenSuggestions | null): string {
  const t = useTranslations("reader.suggest");
  const { store } = useReader();
  const listId = useId();
  const count = open?.choices.length ?? 0;
  const isShown = count > 0;

  useEffect(() => {
    if (!editor || editor.isDestroyed) return;
    const field = editor.view.dom;
    if (isShown) field.setAttribute("aria-controls", listId);
    else field.removeAttribute("aria-controls");
    if (isShown) field.setAttribute("aria-activedescendant", `${listId}-${open?.active ?? 0}`);
    else field.removeAttribute("aria-activedescendant");
  }, [editor, listId, isShown, open?.active]);

  useEffect(() => {
    if (count > 0) store.say(t("count", { count }));
  }, [store, t, count]);

  return listId;
}
