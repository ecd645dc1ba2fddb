import { db } from "@/lib/db";
import type { Assignment } from "./factories";

/** Makes an annotation and its comments anonymous, under a pseudonym of its author's. */
export async function hideBehind(
  { id: assignmentId }: Pick<Assignment, "id">,
  annotation: { id: string; author: { id: string } },
  name: string,
): Promise<void> {
  const { id, author } = annotation;
  const data = { isAnonymous: true };
  await db.pseudonym.create({ data: { assignmentId, userId: author.id, name } });
  await db.annotation.update({ where: { id }, data });
  await db.comment.updateMany({ where: { annotationId: id, authorId: author.id }, data });
}
