import type { CommentView } from "@/lib/annotations/present";
import type { FollowState } from "@/prisma/generated/enums";
import { api } from "./api";
import type { LocalComment, LocalThread } from "./merge";
import { withId } from "./own";
import type { ReaderStore } from "./store";
import { createWishes } from "./wishes";

interface OwnActionsOptions {
  store: ReaderStore;
  /** Runs a change and says what came of it. */
  attempt(change: () => Promise<void>): Promise<boolean>;
}

/** What a reader does for themselves: seen at once, sent after, taken back where it is refused. */
export function createOwnActions({ store, attempt }: OwnActionsOptions) {
  const wish = createWishes<boolean>();

  function keep(set: "savedIds" | "mutedIds" | "votedIds", id: string, isIn: boolean): void {
    store.note((own) => ({ [set]: withId(own[set], id, isIn) }));
  }

  async function toggle(
    set: "savedIds" | "mutedIds",
    id: string,
    isIn: boolean,
    send: (isIn: boolean) => Promise<unknown>,
  ): Promise<void> {
    keep(set, id, isIn);
    const isKept = await attempt(() =>
      wish(`${set} ${id}`, isIn, async (asked) => void (await send(asked))),
    );
    if (!isKept) keep(set, id, !isIn);
  }

  /** A comment with its number of votes, which a thread has from what opens it. */
  function show(thread: LocalThread, comment: CommentView): void {
    const { isOpening, voteCount } = comment;
    store.putComment(isOpening ? { ...thread, voteCount } : thread, comment);
  }

  /** Shows the vote and its number, where they are not shown already. */
  function count({ id, annotationId }: LocalComment, isVoted: boolean): void {
    const { own, threads } = store.getState();
    if (own.votedIds.has(id) === isVoted) return;
    keep("votedIds", id, isVoted);
    const thread = threads.get(annotationId);
    const comment = thread?.comments.find((each) => each.id === id);
    if (!thread || !comment) return;
    const voteCount = Math.max(0, comment.voteCount + (isVoted ? 1 : -1));
    show(thread, { ...comment, voteCount });
  }

  return {
    /** Votes for a comment, or takes that back. */
    async vote(comment: LocalComment, isVoted: boolean): Promise<void> {
      const { id } = comment;
      count(comment, isVoted);
      const isKept = await attempt(() =>
        wish(`vote ${id}`, isVoted, async (asked) => {
          const told = await api.vote(id, asked);
          const thread = store.getState().threads.get(told.annotationId);
          const isLast = store.getState().own.votedIds.has(id) === asked;
          if (thread && isLast) show(thread, told);
        }),
      );
      if (!isKept) count(comment, !isVoted);
    },
    /** Calls upon the staff to look at a comment; tells whether they were told. */
    report: ({ id }: LocalComment, reason: string) =>
      attempt(async () => void (await api.report(id, reason))),
    /** Keeps a thread to come back to, or no longer. */
    save: (id: string, isSaved: boolean) =>
      toggle("savedIds", id, isSaved, (asked) => api.save(id, asked)),
    /** Does not want to read an author any more, or again. */
    mute: (voiceId: string, isMuted: boolean) =>
      toggle("mutedIds", voiceId, isMuted, (asked) => api.mute(voiceId, asked)),
    /** Follows or mutes a thread; null is neither. */
    async follow(id: string, state: FollowState | null): Promise<void> {
      const before = store.getState().own.follows.get(id) ?? null;
      follow(id, state);
      if (!(await attempt(async () => void (await api.follow(id, state))))) follow(id, before);
    },
  };

  function follow(id: string, state: FollowState | null): void {
    store.note(({ follows }) => {
      const next = new Map(follows);
      if (state) next.set(id, state);
      else next.delete(id);
      return { follows: next };
    });
  }
}
