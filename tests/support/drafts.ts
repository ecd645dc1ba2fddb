import { db } from "@/lib/db";
import { readText } from "@/lib/readings/document";
import { saveDraft } from "@/lib/revisions/draft";
import { previewPublishing, publishRevision } from "@/lib/revisions/publishing";
import { getDraft } from "@/lib/revisions/queries";

/** Writes a text into a reading's draft, as an editor does that knows nothing of how it came about. */
export async function writeDraft(ownerId: string, readingId: string, markdown: string) {
  const { document } = readText({ format: "markdown", text: markdown });
  const { version, baseId } = await getDraft(ownerId, readingId);
  return saveDraft(ownerId, readingId, version, { baseId, document, steps: null });
}

/** Publishes a text as the next revision of a reading. */
export async function publishText(ownerId: string, readingId: string, markdown: string) {
  await writeDraft(ownerId, readingId, markdown);
  const { draftVersion, baseId } = await previewPublishing(ownerId, readingId);
  return publishRevision(ownerId, { readingId, draftVersion, baseId });
}

/** Where an annotation lies in the revision that its course reads now, and what stands there. */
export async function placeOf(annotationId: string) {
  const { assignment } = await db.annotation.findUniqueOrThrow({
    where: { id: annotationId },
    select: { assignment: { select: { revision: { select: { id: true, text: true } } } } },
  });
  const { id: revisionId, text } = assignment.revision;
  const { start, end, state } = await db.anchor.findUniqueOrThrow({
    where: { annotationId_revisionId: { annotationId, revisionId } },
  });
  return { state, words: state === "DETACHED" ? "" : text.slice(start, end) };
}
