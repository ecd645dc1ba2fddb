import { v7 as newId } from "uuid";

import { toast } from "@/components/ui/toast";
import type { TextRange } from "@/lib/anchoring";
import type { AssignmentView } from "@/lib/assignments/present";
import type { CommentBody } from "@/lib/editor/comment-schema";
import { api, type NewAnnotation, Refused } from "./api";
import type { ForWhom } from "./audience-choice";
import { carryDrafts, findPassage } from "./carry-over";
import { draftKey } from "./drafts";
import { isPast } from "./is-past";
import { isOnWhole } from "./mark-list";
import type { LocalComment, LocalThread } from "./merge";
import { createOutbox, type OutboxEntry } from "./outbox";
import { createOwnActions } from "./own-actions";
import { pendingComment, pendingThread, type Writer } from "./pending-thread";
import { dropDraft, pullDrafts, pushDrafts } from "./server-drafts";
import { createStaffActions } from "./staff-actions";
import type { Place, ReaderStore } from "./store";
import type { Posting } from "./use-composing";

/** The sentences that actions say, translated. */
export interface Sentences {
  saved: string;
  offline: string;
  notSaved(reason: string): string;
  deleted: string;
  undo: string;
  reattached: string;
  /** Why something written on words that are gone is held back. */
  placeless: string;
}

interface ActionsOptions {
  assignment: AssignmentView;
  writer: Writer;
  store: ReaderStore;
  sentences: Sentences;
  quoteOf(start: number, end: number): string;
}

export type ReaderActions = ReturnType<typeof createActions>;

/** Everything a reader does that reaches the server. What is new is shown at once and sent after. */
export function createActions({ assignment, writer, store, sentences, quoteOf }: ActionsOptions) {
  const desk = { userId: writer.id, assignmentId: assignment.id };
  const outbox = createOutbox({
    prefix: `postil.outbox.${writer.id}.${assignment.id}.`,
    assignmentId: assignment.id,
    onChange: show,
    onThread: (thread) => store.putThreads([thread]),
    onComment: (comment) => store.settle(comment),
    onSent: () => store.say(sentences.saved),
    onRefused: (_, reason) => store.say(sentences.notSaved(reason)),
  });

  /** Puts what is on its way where it will stand, with how far it has got. */
  function show(entry: OutboxEntry): void {
    if (entry.annotation) {
      store.setThread(pendingThread(writer, entry.annotation, entry));
      return;
    }
    const thread = store.getState().threads.get(entry.annotationId);
    if (!thread || !entry.comment) return;
    const { annotationId, createdAt, pending, comment } = entry;
    const { privateTo: answeredId, ...words } = comment;
    const answered = thread.comments.find(({ id }) => id === answeredId);
    const privateTo = answered?.privateTo ?? answered?.author ?? null;
    const shown = pendingComment(writer, {
      ...{ ...words, annotationId, createdAt, pending },
      ...(answeredId ? { privateTo } : {}),
    });
    const others = thread.comments.filter(({ id }) => id !== shown.id);
    store.setThread({ ...thread, comments: [...others, shown] });
  }

  function send(written: Omit<OutboxEntry, "createdAt" | "pending">): void {
    show(outbox.add({ ...written, createdAt: new Date().toISOString() }));
  }

  function annotate(annotation: Omit<NewAnnotation, "id" | "revisionId">): string {
    const id = newId();
    const { revisionId } = assignment;
    const quote = quoteOf(annotation.start ?? 0, annotation.end ?? 0);
    send({ id, annotationId: id, quote, annotation: { ...annotation, id, revisionId } });
    return id;
  }

  function reply(place: ReplyPlace, body: CommentBody, isAnonymous: boolean): void {
    const { annotationId, privateTo } = place;
    const comment = { id: newId(), body, isAnonymous, ...(privateTo ? { privateTo } : {}) };
    send({ id: comment.id, annotationId, quote: "", comment });
  }

  /** Runs a change that cannot wait in the outbox, and says what came of it. */
  async function attempt(change: () => Promise<void>): Promise<boolean> {
    try {
      await change();
      return true;
    } catch (error) {
      const reason = error instanceof Refused ? error.message : sentences.offline;
      toast(sentences.notSaved(reason), { isUrgent: true });
      return false;
    }
  }

  function offerUndo(undo: () => Promise<void>): void {
    const action = { label: sentences.undo, onAct: () => void attempt(undo) };
    toast(sentences.deleted, { action, timeout: 30_000 });
  }

  return {
    annotate,
    /** Sends what was written at `place`. False when it could not be taken and must stay open. */
    async post(place: Place, body: CommentBody, posting: Posting): Promise<boolean> {
      if (place.type === "edit") return edit(place, body);
      if (place.type === "reply" && place.opens) return open(place, place.opens, body);
      if (place.type === "reply") reply(place, body, posting.isAnonymous);
      else {
        const { kind, start, end } = place;
        const target = isOnWhole(place) ? {} : { start, end };
        const id = annotate({ kind, ...posting, ...target, comment: { id: newId(), body } });
        store.focus(id);
      }
      dropDraft(desk, draftKey(writer.id, assignment.id, place));
      return true;
    },
    ...createOwnActions({ store, attempt }),
    ...createStaffActions({ store, attempt }),
    /** Calls a question answered, by one of its comments where one is named, or open again. */
    answer: ({ id }: LocalThread, isAnswered: boolean, commentId: string | null = null) =>
      attempt(async () => store.putThreads([await api.answer(id, isAnswered, commentId)])),
    /** Leaves of one's comment nothing but the mark. */
    close: (thread: LocalThread) =>
      attempt(async () => store.putThreads([await api.close(thread)])),
    async removeComment(comment: LocalComment): Promise<void> {
      const { id, annotationId } = comment;
      const isRemoved = await attempt(async () => {
        await api.removeComment(comment);
        const thread = store.getState().threads.get(annotationId);
        if (!thread) return;
        const isLast = !thread.comments.some((each) => each.id !== id && !each.isDeleted);
        if (isLast && thread.nextCursor === null) return store.drop(annotationId);
        store.setThread({
          ...thread,
          comments: thread.comments.map((each) => (each.id === id ? asDeleted(each) : each)),
        });
      });
      if (isRemoved) offerUndo(async () => store.putThreads([await api.restoreComment(id)]));
    },
    /** Puts a thread that lost its words on a passage; true when that is kept, here or there. */
    async reattach(thread: LocalThread, { start, end }: TextRange): Promise<boolean> {
      const { revisionId } = assignment;
      if (thread.pending) {
        outbox.place(thread.id, { start, end }, quoteOf(start, end));
        return true;
      }
      return attempt(async () => {
        const placed = await api.reattach(thread, { revisionId, start, end });
        store.putThreads([placed]);
        const undo = () =>
          attempt(async () => store.putThreads([await api.undoReattaching(placed)]));
        const action = { label: sentences.undo, onAct: () => void undo() };
        toast(sentences.reattached, { action, timeout: 30_000 });
      });
    },
    /** Gives a thread to others than before; false when that could not be done. */
    changeAudience: (thread: LocalThread, whom: ForWhom): Promise<boolean> =>
      attempt(async () => {
        store.putThreads([await api.changeAudience(thread, whom)]);
        store.say(sentences.saved);
      }),
    async removeAnnotation(thread: LocalThread): Promise<void> {
      const isRemoved = await attempt(async () => {
        await api.removeAnnotation(thread);
        store.drop(thread.id);
      });
      if (isRemoved)
        offerUndo(async () => store.putThreads([await api.restoreAnnotation(thread.id)]));
    },
    async loadMore(thread: LocalThread): Promise<void> {
      const { id, nextCursor } = thread;
      if (!nextCursor) return;
      await attempt(async () =>
        store.putPage(id, await api.listComments(assignment, id, nextCursor)),
      );
    },
    retry: (id: string) => outbox.retry(id),
    discard(entryId: string, annotationId: string): void {
      outbox.discard(entryId);
      const thread = store.getState().threads.get(annotationId);
      if (!thread || thread.pending) {
        store.drop(annotationId);
        return;
      }
      const comments = thread.comments.filter(({ id }) => id !== entryId);
      store.setThread({ ...thread, comments });
    },
    /** Shows what an earlier page could not send, and sends everything that waits. */
    resume(text: string): void {
      // What was begun belongs to the present text, and waits for it.
      if (isPast(assignment.revision)) return;
      const { revisionId } = assignment;
      const room = { ...desk, revisionId };
      outbox.carryOver(
        revisionId,
        (quote) => findPassage(text, { quote, prefix: "", suffix: "" }),
        sentences.placeless,
      );
      carryDrafts(room, text);
      void pullDrafts(desk).then(() => {
        // What was begun elsewhere may be of an earlier text as well.
        carryDrafts(room, text);
        store.seeDrafts();
        return pushDrafts(desk);
      });
      for (const entry of outbox.entries()) show(entry);
      outbox.flush();
    },
    flush(): void {
      outbox.flush();
      void pushDrafts(desk);
    },
  };

  async function edit(place: Extract<Place, { type: "edit" }>, body: CommentBody) {
    const thread = store.getState().threads.get(place.annotationId);
    const comment = thread?.comments.find(({ id }) => id === place.commentId);
    if (!thread || !comment) return false;
    const isSaved = await attempt(async () => {
      store.putComment(thread, await api.editComment(comment, body));
      store.say(sentences.saved);
    });
    if (isSaved) dropDraft(desk, draftKey(writer.id, assignment.id, place));
    return isSaved;
  }

  /** Makes a comment or question of a highlight. */
  async function open(place: ReplyPlace, kind: "COMMENT" | "QUESTION", body: CommentBody) {
    const thread = store.getState().threads.get(place.annotationId);
    if (!thread) return false;
    const isSaved = await attempt(async () => {
      store.putThreads([await api.open(thread, kind, { id: newId(), body })]);
      store.say(sentences.saved);
    });
    if (isSaved) dropDraft(desk, draftKey(writer.id, assignment.id, place));
    return isSaved;
  }
}

type ReplyPlace = Extract<Place, { type: "reply" }>;

function asDeleted(comment: LocalComment): LocalComment {
  const can = { ...comment.can, edit: false, remove: false };
  return {
    ...comment,
    author: null,
    body: null,
    isDeleted: true,
    version: comment.version + 1,
    can,
  };
}
