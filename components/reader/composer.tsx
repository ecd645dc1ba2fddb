"use client";

import { Placeholder } from "@tiptap/extensions";
import { type Editor, EditorContent, useEditor, useEditorState } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";

import { Button } from "@/components/ui/button";
import { BareSelect } from "@/components/ui/select";
import { describeRange } from "@/lib/anchoring";
import { type CommentBody, commentExtensions } from "@/lib/editor/comment-schema";
import type { Audience } from "@/prisma/generated/enums";
import { ComposerTools } from "./composer-tools";
import { draftKey, findDraft } from "./drafts";
import { forget, keep } from "./kept";
import { isOnWhole } from "./mark-list";
import { placeWords } from "./place-words";
import { useReader } from "./reader-context";
import type { Place } from "./store";
import { focusCard } from "./use-steps";

const AUDIENCES = ["COURSE", "INSTRUCTORS", "ONLY_ME"] as const satisfies Audience[];

/**
 * Where a comment is written. What is typed is kept in this browser with every keystroke, so
 * that closing it, or the whole tab, loses nothing.
 */
export function Composer({ place }: { place: Place }) {
  const t = useTranslations("reader");
  const { actions, assignment, store, surface, writer } = useReader();
  const key = draftKey(writer.id, assignment.id, place);
  const [draft] = useState(() => findDraft(key));
  const [audience, setAudience] = useState(
    draft?.audience ?? (place.type === "new" ? place.audience : "COURSE"),
  );
  const [isPosting, setIsPosting] = useState(false);
  const [isEmptyRefused, setIsEmptyRefused] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const problemId = useId();
  const name = t(`composer.${placeWords(place)}`);

  const original = useOriginalBody(place);
  const editor = useEditor({
    extensions: [...commentExtensions, Placeholder.configure({ placeholder: t("placeholder") })],
    content: draft?.body ?? original ?? "",
    autofocus: "end",
    immediatelyRender: false,
    injectCSS: false,
    editorProps: {
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": name,
        class: "comment-text composer-text",
      },
    },
    onUpdate: ({ editor }) => {
      setIsEmptyRefused(false);
      save(editor, audience);
    },
  });
  const isEmpty = useEditorState({ editor, selector: ({ editor }) => editor?.isEmpty ?? true });

  useEffect(() => {
    form.current?.scrollIntoView({ block: "nearest" });
  }, []);

  function save(from: Editor, to: Audience): void {
    if (from.isEmpty) forget(key);
    else
      keep(key, {
        body: from.getJSON(),
        place,
        audience: to,
        savedAt: new Date().toISOString(),
        passage: draft?.passage ?? passageOf(place),
      });
  }

  function passageOf(place: Place) {
    if (place.type !== "new" || isOnWhole(place) || !surface) return undefined;
    const { quote, prefix, suffix } = describeRange(surface.text, place.start, place.end);
    return { revisionId: assignment.revisionId, quote, prefix, suffix };
  }

  async function post(): Promise<void> {
    if (!editor || isPosting) return;
    if (editor.isEmpty || editor.getText().trim() === "") {
      setIsEmptyRefused(true);
      editor.commands.focus();
      return;
    }
    setIsPosting(true);
    const isTaken = await actions.post(place, editor.getJSON() as CommentBody, audience);
    setIsPosting(false);
    if (isTaken) close();
  }

  function close(): void {
    const id = place.type === "new" ? store.getState().focusedId : place.annotationId;
    store.write(null);
    if (id) focusCard(store, id);
  }

  return (
    <form
      ref={form}
      aria-label={name}
      className="mt-3 rounded-md border border-edge bg-paper text-sm focus-within:border-ink"
      onSubmit={(event) => {
        event.preventDefault();
        void post();
      }}
      onKeyDown={(event) => {
        // An input method ends a word with Enter: that is not meant for us.
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void post();
        }
        if (event.key === "Escape") {
          event.stopPropagation();
          close();
        }
      }}
    >
      <EditorContent editor={editor} />
      {isEmptyRefused && (
        <p id={problemId} role="alert" className="px-3 pb-2 text-xs text-accent">
          {t("writeFirst")}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-1 border-t border-rule p-1.5">
        {editor && <ComposerTools editor={editor} />}
      </div>
      <div className="flex flex-wrap items-center justify-end gap-2 border-t border-rule p-1.5">
        {place.type === "new" && (
          <BareSelect
            aria-label={t("audienceLabel")}
            className="me-auto"
            value={audience}
            onChange={(event) => {
              const chosen = AUDIENCES.find((each) => each === event.target.value) ?? audience;
              setAudience(chosen);
              if (editor) save(editor, chosen);
            }}
          >
            {AUDIENCES.map((each) => (
              <option key={each} value={each}>
                {t(`audience.${each}`)}
              </option>
            ))}
          </BareSelect>
        )}
        <Button size="sm" variant="quiet" onClick={close}>
          {isEmpty ? t("cancel") : t("keepForLater")}
        </Button>
        <Button
          type="submit"
          size="sm"
          variant="primary"
          aria-disabled={isPosting}
          aria-describedby={isEmptyRefused ? problemId : undefined}
        >
          {t(`submit.${placeWords(place)}`)}
        </Button>
      </div>
    </form>
  );
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
