import { Placeholder } from "@tiptap/extensions";
import type { Node } from "@tiptap/pm/model";
import { type Editor, useEditor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { describeRange } from "@/lib/anchoring";
import { type CommentBody, commentExtensions } from "@/lib/editor/comment-schema";
import { allowedAudience, defaultAudience, type ForWhom } from "./audience-choice";
import { draftKey, findDraft } from "./drafts";
import { keep } from "./kept";
import { isOnWhole } from "./mark-list";
import { MathWriting } from "./math-writing";
import { useReader } from "./reader-context";
import { dropDraft } from "./server-drafts";
import type { Place } from "./store";
import { countImages, imagesIn, useCommentImages } from "./use-comment-images";
import { usePushSoon } from "./use-push-soon";
import { useSuggestions } from "./use-suggestions";

/** How what is being written is to be posted. */
export interface Posting extends ForWhom {
  isAnonymous: boolean;
}

interface ComposingOptions {
  place: Place;
  /** The accessible name of the field. */
  name: string;
  onUpdate(): void;
}

/**
 * The words that are being written at a place, and how they are to be posted. All of it is kept in
 * this browser with every keystroke, so that closing the composer, or the whole tab, loses nothing.
 */
export function useComposing({ place, name, onUpdate }: ComposingOptions) {
  const t = useTranslations("reader");
  const { assignment, surface, writer } = useReader();
  const desk = { userId: writer.id, assignmentId: assignment.id };
  const key = draftKey(writer.id, assignment.id, place);
  const [draft] = useState(() => findDraft(key));
  const original = useOriginalBody(place);
  const threadWhom = useThreadWhom(place);
  const [posting, setPosting] = useState<Posting>(() => ({
    ...(threadWhom ?? whomOf(place)),
    isAnonymous: draft?.isAnonymous ?? false,
  }));

  const { extension, open } = useSuggestions(place, posting);
  const images = useCommentImages();
  const pushSoon = usePushSoon(desk, place, key);

  const editor = useEditor({
    extensions: [
      ...commentExtensions,
      MathWriting,
      extension,
      Placeholder.configure({ placeholder: t("placeholder") }),
    ],
    content: draft?.body ?? original ?? "",
    autofocus: "end",
    immediatelyRender: false,
    injectCSS: false,
    editorProps: {
      handlePaste: (view, event) => takeImages(view.state.doc, event.clipboardData),
      handleDrop: (view, event) => takeImages(view.state.doc, event.dataTransfer),
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-autocomplete": "list",
        "aria-haspopup": "listbox",
        "aria-label": name,
        class: "comment-text composer-text",
      },
    },
    onUpdate: ({ editor }) => {
      onUpdate();
      save(editor, posting);
    },
  });

  function takeImages(doc: Node, from: DataTransfer | null): boolean {
    const files = imagesIn(from);
    if (files.length > 0) void images.upload(files, countImages(doc));
    return files.length > 0;
  }

  function whomOf(place: Place): ForWhom {
    if (draft) return allowedAudience(assignment, draft);
    if (place.type === "new" && place.audience === "ONLY_ME") return { audience: "ONLY_ME" };
    return defaultAudience(assignment);
  }

  function save(from: Editor, how: Posting): void {
    if (from.isEmpty) dropDraft(desk, key);
    else {
      keep(key, {
        ...how,
        body: from.getJSON(),
        place,
        savedAt: new Date().toISOString(),
        title: assignment.title,
        passage: draft?.passage ?? passageOf(place),
        version: findDraft(key)?.version,
      });
      pushSoon();
    }
  }

  function passageOf(place: Place) {
    if (place.type !== "new" || isOnWhole(place) || !surface) return undefined;
    const { quote, prefix, suffix } = describeRange(surface.text, place.start, place.end);
    return { revisionId: assignment.revisionId, quote, prefix, suffix };
  }

  function choose(changes: Partial<Posting>): void {
    // A group that is not named is none, also where there was one.
    const next = { ...posting, ...(changes.audience && { groupId: undefined }), ...changes };
    setPosting(next);
    if (editor) save(editor, next);
  }

  return { editor, posting, choose, suggestions: open, images };
}

/** The words that an edit begins with. */
function useOriginalBody(place: Place): CommentBody | null {
  const { store } = useReader();
  const [body] = useState(() => {
    if (place.type !== "edit") return null;
    const thread = store.getState().threads.get(place.annotationId);
    const comment = thread?.comments.find(({ id }) => id === place.commentId);
    return (comment?.body ?? null) as CommentBody | null;
  });
  return body;
}

/** Whom the thread is for in which something is written; null for a new one. */
function useThreadWhom(place: Place): ForWhom | null {
  const { store } = useReader();
  if (place.type === "new") return null;
  const thread = store.getState().threads.get(place.annotationId);
  return thread ? { audience: thread.audience, groupId: thread.group?.id } : null;
}
