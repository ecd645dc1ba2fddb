import { z } from "zod";

import { keptKeys, recall } from "./kept";
import type { Place } from "./store";

const draft = z.object({
  /** TipTap document, as the composer had it. */
  body: z.record(z.string(), z.unknown()),
  place: z.custom<Place>(
    (value) =>
      z
        .object({ type: z.enum(["new", "reply", "edit"]) })
        .loose()
        .safeParse(value).success,
  ),
  audience: z.enum(["ONLY_ME", "INSTRUCTORS", "GROUP", "COURSE"]),
  groupId: z.string().optional(),
  isAnonymous: z.boolean().optional(),
  savedAt: z.string(),
  /** The passage of a new comment, and the revision in which its place counts. */
  passage: z
    .object({ revisionId: z.string(), quote: z.string(), prefix: z.string(), suffix: z.string() })
    .optional(),
});

/** Something that was begun and neither posted nor discarded. */
export type Draft = z.output<typeof draft>;

/** Where this browser keeps what a person writes at a place of an assignment. */
export function draftKey(userId: string, assignmentId: string, place: Place): string {
  return `${draftPrefix(userId, assignmentId)}${placeName(place)}`;
}

export function findDraft(key: string): Draft | null {
  return recall(key, draft);
}

/** Everything a person began in an assignment, in this browser, latest first. */
export function listDrafts(userId: string, assignmentId: string): Draft[] {
  return keptKeys(draftPrefix(userId, assignmentId))
    .flatMap((key) => findDraft(key) ?? [])
    .sort((a, b) => b.savedAt.localeCompare(a.savedAt));
}

function draftPrefix(userId: string, assignmentId: string): string {
  return `postil.draft.${userId}.${assignmentId}.`;
}

function placeName(place: Place): string {
  if (place.type === "new") {
    const { kind, start, end, begunOn } = place;
    return `new.${kind}.${start}-${end}${begunOn ? `.${begunOn}` : ""}`;
  }
  return place.type === "reply" ? `reply.${place.annotationId}` : `edit.${place.commentId}`;
}
