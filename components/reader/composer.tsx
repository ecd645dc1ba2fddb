"use client";

import { EditorContent, useEditorState } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useId, useRef, useState } from "react";

import { Button } from "@/components/ui/button";
import { type CommentBody, withoutTail, wordCountOf } from "@/lib/editor/comment-schema";
import { AnonymityChoice } from "./anonymity-choice";
import { AudienceSelect } from "./audience-select";
import { BesideNotice } from "./beside-notice";
import { CommentImageField } from "./comment-image-field";
import { ComposerTools } from "./composer-tools";
import { placeName } from "./drafts";
import { ImageButton } from "./image-button";
import { placeWords } from "./place-words";
import { useReader } from "./reader-context";
import { SimilarThreads } from "./similar-threads";
import type { Place } from "./store";
import { SuggestionList } from "./suggestion-list";
import { countImages } from "./use-comment-images";
import { useComposing } from "./use-composing";
import { useJoin, useSimilar } from "./use-similar";
import { focusCard } from "./use-steps";
import { useSuggestionTies } from "./use-suggestions";
import { WordCount } from "./word-count";

/** Where a comment is written; another one for every place. */
export function Composer({ place }: { place: Place }) {
  return <ComposerForm key={placeName(place)} place={place} />;
}

function ComposerForm({ place }: { place: Place }) {
  const t = useTranslations("reader");
  const { actions, assignment, store, writer } = useReader();
  const [isPosting, setIsPosting] = useState(false);
  const [isEmptyRefused, setIsEmptyRefused] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const problemId = useId();
  const name = t(`composer.${placeWords(place)}`);
  const onUpdate = () => setIsEmptyRefused(false);
  const { editor, posting, choose, suggestions, images } = useComposing({ place, name, onUpdate });
  const listId = useSuggestionTies(editor, suggestions);
  const { isEmpty, words, text } = useEditorState({
    editor,
    selector: ({ editor }) => ({
      isEmpty: editor?.isEmpty ?? true,
      words: editor ? wordCountOf(editor.state.doc) : 0,
      text: editor?.getText() ?? "",
    }),
  }) ?? { isEmpty: true, words: 0, text: "" };
  const similar = useSimilar(place, text, posting.audience !== "ONLY_ME");
  const join = useJoin(place);
  const { wordMinimum } = assignment.discussion;
  const canBeAnonymous =
    assignment.discussion.anonymityAllowed &&
    !writer.isStaff &&
    place.type !== "edit" &&
    !(place.type === "reply" && (place.privateTo || place.opens)) &&
    posting.audience !== "ONLY_ME";

  useInView(form);

  async function post(): Promise<void> {
    if (!editor || isPosting) return;
    if (editor.isEmpty || editor.getText().trim() === "") {
      setIsEmptyRefused(true);
      editor.commands.focus();
      return;
    }
    setIsPosting(true);
    const isAnonymous = posting.isAnonymous && canBeAnonymous;
    const body = withoutTail(editor.getJSON() as CommentBody);
    const isTaken = await actions.post(place, body, { ...posting, isAnonymous });
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
      className="mt-3 scroll-mt-20 scroll-mb-4 rounded-md border border-edge bg-paper text-sm focus-within:border-ink"
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
      {suggestions && suggestions.choices.length > 0 && (
        <SuggestionList id={listId} open={suggestions} />
      )}
      {isEmptyRefused && (
        <p id={problemId} role="alert" className="px-3 pb-2 text-xs text-accent">
          {t("writeFirst")}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-1 border-t border-rule p-1.5">
        {editor && <ComposerTools editor={editor} />}
        {editor && (
          <ImageButton
            isBusy={images.isUploading}
            onFiles={(files) => void images.upload(files, countImages(editor.state.doc))}
          />
        )}
      </div>
      {editor && images.inHand && (
        <CommentImageField
          key={images.inHand.id}
          image={images.inHand}
          onDone={(alt) => images.finish(editor, alt)}
        />
      )}
      {similar.length > 0 && <SimilarThreads threads={similar} onJoin={join} />}
      {place.beside && <BesideNotice place={place} />}
      {wordMinimum > 0 && posting.audience !== "ONLY_ME" && (
        <WordCount count={words} minimum={wordMinimum} />
      )}
      {canBeAnonymous && (
        <AnonymityChoice
          isChosen={posting.isAnonymous}
          whom={posting}
          onChoose={(isAnonymous) => choose({ isAnonymous })}
        />
      )}
      <div className="flex flex-wrap items-center justify-end gap-2 border-t border-rule p-1.5">
        {place.type === "new" && (
          <AudienceSelect
            className="me-auto max-w-full"
            value={posting}
            onChoose={({ audience, groupId }) => choose({ audience, groupId })}
          />
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

/** Keeps the whole form on the screen, also while the words make it longer. */
function useInView(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    if (!form.current) return;
    const observer = new ResizeObserver(([entry]) =>
      entry?.target.scrollIntoView({ block: "nearest" }),
    );
    observer.observe(form.current);
    return () => observer.disconnect();
  }, [form]);
}
