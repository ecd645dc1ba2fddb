import type { AnnotationView } from "@/lib/annotations/present";
import type { ReaderMark } from "./mark-list";
import type { LocalComment, Pending } from "./merge";

/** An annotation, with the comments that are loaded where there are any. */
type Annotated = AnnotationView & { comments?: LocalComment[]; pending?: Pending };

/**
 * The mark of an annotation. What is `known` of it counts for activity: a thread comes with its
 * first comments only, and the list of marks has seen them all.
 */
export function markOf(annotation: Annotated, readerId: string, known?: ReaderMark): ReaderMark {
  const { id, anchor, kind, audience, author, commentCount, pending } = annotation;
  const createdAt = Date.parse(annotation.createdAt);
  const moments = [{ at: createdAt, by: author.id }];
  for (const comment of annotation.comments ?? []) {
    if (comment.author) moments.push({ at: Date.parse(comment.createdAt), by: comment.author.id });
  }
  const others = moments.filter(({ by }) => by !== readerId);
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
    createdAt,
    activeAt: Math.max(known?.activeAt ?? 0, ...moments.map(({ at }) => at)),
    othersAt: Math.max(known?.othersAt ?? 0, ...others.map(({ at }) => at)),
    ...(pending ? { pending } : {}),
  };
}
