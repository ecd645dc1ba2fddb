import { annotationAbilities, commentAbilities, seesAuthor } from "@/lib/annotations/policy";
import { type AssignmentViewer, getAssignmentViewer } from "@/lib/assignments/queries";
import { db } from "@/lib/db";
import { NotFound } from "@/lib/errors";
import type { Discussion } from "./discussion";

/** A word that stands in one thing and nowhere else. */
export interface Secret {
  /** What it stands in. */
  thing: string;
  word: string;
  /** The comment that it belongs to, and the thread of that as it is now. */
  commentId: string | null;
  threadId: string | null;
  kind: "words" | "former" | "reason" | "place" | "thread" | "author" | "own";
  /** It was for everybody, and who saw it then is told that it went. */
  hasGone?: boolean;
  /** Whether the policy lets somebody have it; null is for who is not in the course. */
  isFor(viewer: AssignmentViewer | null): boolean;
}

/** The word of a thing: no other thing's is a part of it. */
export function wordOf(thing: string): string {
  return `sesame${thing.toLowerCase()}end`;
}

/** Every secret of a discussion, with what the policy says of the rows as they are now. */
export async function listSecrets(discussion: Discussion): Promise<Secret[]> {
  const { comments, formers, own, hider, voice } = discussion;
  const rows = await db.comment.findMany({
    where: { id: { in: [...comments.values()] } },
    include: { annotation: true },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  function ofComment(thing: string, commentId: string, kind: Secret["kind"]): Secret {
    const row = byId.get(commentId);
    if (!row) throw new Error(`no comment for ${thing}`);
    return {
      ...{ thing, kind, commentId, word: wordOf(thing), threadId: row.annotationId },
      isFor: (viewer) => viewer !== null && commentAbilities(viewer, row.annotation, row).readWords,
    };
  }
  /** That there is a comment at all: its id. */
  function ofPlace(thing: string, commentId: string): Secret {
    const row = byId.get(commentId);
    return {
      ...ofComment(`that there is ${thing}`, commentId, "place"),
      word: commentId,
      isFor: (viewer) =>
        viewer !== null && !!row && commentAbilities(viewer, row.annotation, row).read,
    };
  }
  /** That there is a thread at all: its id. */
  function ofThread(thing: string, annotation: (typeof rows)[number]["annotation"]): Secret {
    return {
      ...{ thing: `that there is a thread of ${thing}`, kind: "thread", commentId: null },
      ...{ threadId: annotation.id, word: annotation.id },
      hasGone: thing === "removed" || thing === "narrowed",
      isFor: (viewer) => viewer !== null && annotationAbilities(viewer, annotation).read,
    };
  }
  const threads = new Map(rows.map(({ annotation }) => [annotation.id, annotation]));
  const things = new Map(
    [...comments].toReversed().map(([thing, id]) => [byId.get(id)?.annotationId, thing]),
  );
  const alone = { commentId: null, threadId: null };
  const author = (thing: string, word: string): Secret => ({
    ...{ ...alone, thing, word, kind: "author" },
    isFor: (viewer) => viewer !== null && seesAuthor(viewer, voice.id),
  });
  return [
    ...[...comments].map(([thing, id]) => ofComment(thing, id, "words")),
    ...[...comments].map(([thing, id]) => ofPlace(thing, id)),
    ...[...threads].map(([id, row]) => ofThread(things.get(id) ?? "", row)),
    ...[...formers].map(([thing, id]) => ofComment(thing, id, "former")),
    ofComment(hider.thing, hider.commentId, "reason"),
    author("the name behind a pseudonym", voice.name),
    author("the id behind a pseudonym", voice.id),
    ...[...own].map(
      ([thing, userId]): Secret => ({
        ...{ ...alone, thing, word: wordOf(thing), kind: "own" },
        isFor: (viewer) => viewer?.userId === userId,
      }),
    ),
  ];
}

/** Who looks, as the application knows them; null for whoever finds nothing. */
export async function findViewer(userId: string | null, assignmentId: string) {
  if (userId === null) return null;
  try {
    return await getAssignmentViewer(userId, assignmentId);
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
