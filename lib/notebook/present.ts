import "server-only";

import { listPosts, type Post } from "@/lib/annotations/posts";
import type { AnnotationView } from "@/lib/annotations/present";
import type { AssignmentViewer } from "@/lib/assignments/queries";
import { listCards, type WhereView } from "@/lib/search/present";
import { type DraftWords, listDraftWords } from "./drafts";
import type { EntryKey, Source } from "./keys";

/** Something in a notebook, whole: a page shows less of it, a file all. */
export interface Entry {
  id: string;
  source: Source;
  where: WhereView & { readingTitle: string; readingAuthor: string };
  /** Null for a draft, which nobody else sees yet. */
  annotation: AnnotationView | null;
  /** Null for a mark, and for a draft. */
  comment: Post["comment"];
  /** Who wrote it, as the viewer sees them. */
  author: AnnotationView["author"] | null;
  /** Its words without their form. */
  text: string;
  quote: string;
  at: string;
  /** The way to its passage. */
  href: string;
}

/** The entries of these keys, in a fixed number of queries; what is not readable is left out. */
export async function listEntries(
  userId: string,
  viewers: readonly AssignmentViewer[],
  keys: readonly EntryKey[],
): Promise<Entry[]> {
  const postKeys = keys.flatMap(({ annotationId, commentId }) =>
    annotationId === null ? [] : { annotationId, commentId },
  );
  const [posts, drafts, cards] = await Promise.all([
    listPosts(viewers, postKeys),
    listDraftWords(userId, keys),
    listCards(keys.map(({ assignmentId }) => assignmentId)),
  ]);
  const byKey = new Map(
    posts.map((post) => [`${post.annotation.id} ${post.comment?.id ?? ""}`, post]),
  );
  return keys.flatMap((key) => {
    const where = cards.get(key.assignmentId);
    if (!where) return [];
    if (key.source === "draft") {
      const words = drafts.get(`${key.assignmentId} ${key.place}`);
      return words ? presentDraft(key, where, words) : [];
    }
    const post = byKey.get(`${key.annotationId} ${key.commentId ?? ""}`);
    return post ? presentEntry(key, where, post) : [];
  });
}

function presentEntry(
  { id, source, at }: EntryKey,
  where: Entry["where"],
  { annotation, comment, text }: Post,
): Entry {
  return {
    ...{ id, source, where, annotation, comment, text },
    author: comment ? comment.author : annotation.author,
    quote: annotation.quote,
    at: at.toISOString(),
    href: `/read/${where.id}#a-${annotation.id}`,
  };
}

function presentDraft(
  { id, source, at, place }: EntryKey,
  where: Entry["where"],
  { text, quote }: DraftWords,
): Entry {
  return {
    ...{ id, source, where, text, quote, annotation: null, comment: null, author: null },
    at: at.toISOString(),
    href: `/read/${where.id}#d-${encodeURIComponent(place ?? "")}`,
  };
}
