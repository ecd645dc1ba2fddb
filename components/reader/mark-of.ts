import type { AnnotationView } from "@/lib/annotations/present";
import type { ReaderMark } from "./mark-list";
import type { LocalComment, Pending } from "./merge";

/** An annotation, with the comments that are loaded where there are any. */
type Annotated = AnnotationView & { comments?: LocalComment[]; pending?: Pending };

/**
 * The mark of an annotation. What is `known` of it counts for activity: a thread comes with its
 * first comments only, and the list of marks has seen them all.
 */
export function markOf(annotation: Annotated, known?: ReaderMark): ReaderMark {
  const { id, anchor, kind, audience, author, commentCount, voteCount, group, tags, pending } =
    annotation;
  const createdAt = Date.parse(annotation.createdAt);
  const moments = [createdAt];
  for (const comment of annotation.comments ?? []) {
    if (comment.author) moments.push(Date.parse(comment.createdAt));
  }
  return {
    id,
    start: anchor.start,
    end: anchor.end,
    state: anchor.state,
    kind,
    audience,
    author: { id: author.id, name: author.name, isStaff: author.isStaff },
    commentCount,
    isAnswered: annotation.answeredAt !== null,
    isPicked: annotation.isPinned || annotation.hasPicked,
    ...{ voteCount, group, tags },
    createdAt,
    activeAt: Math.max(known?.activeAt ?? 0, ...moments),
    ...(pending ? { pending } : {}),
  };
}
