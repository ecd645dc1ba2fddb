import { z } from "zod";

import type { DraftView } from "@/lib/annotations/drafts";
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
  /** What the reading is called where it was begun. */
  title: z.string().optional(),
  /** The passage of a new comment, and the revision in which its place counts. */
  passage: z
    .object({ revisionId: z.string(), quote: z.string(), prefix: z.string(), suffix: z.string() })
    .optional(),
  /** The server's version that it was made from; none before it was there. */
  version: z.number().optional(),
  /** The server has exactly this. */
  isOnServer: z.boolean().optional(),
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

/** What a person began anywhere, that is in this browser and not on the server, latest first. */
export function listUnsaved(userId: string): (Draft & { assignmentId: string; name: string })[] {
  const prefix = `postil.draft.${userId}.`;
  return keptKeys(prefix)
    .flatMap((key) => {
      const draft = findDraft(key);
      const [, assignmentId = "", name = ""] =
        /^([^.]*)\.(.*)$/.exec(key.slice(prefix.length)) ?? [];
      return draft && !draft.isOnServer ? { ...draft, assignmentId, name } : [];
    })
    .sort((a, b) => b.savedAt.localeCompare(a.savedAt));
}

/** Everything a person began in an assignment, in this browser, latest first. */
export function listDrafts(userId: string, assignmentId: string): Draft[] {
  return keptKeys(draftPrefix(userId, assignmentId))
    .flatMap((key) => findDraft(key) ?? [])
    .sort((a, b) => b.savedAt.localeCompare(a.savedAt));
}

/** What another device saved, as this browser keeps it; null where it is none of our drafts. */
export function readDraft({
  place: name,
  body,
  version,
}: Pick<DraftView, "place" | "version"> & {
  body: unknown;
}): Draft | null {
  const parsed = draft.safeParse(body);
  if (!parsed.success) return null;
  const { beside: _, ...place } = parsed.data.place;
  const beside = name.slice(placeName(place).length + 1);
  const kept = { ...place, ...(beside && { beside }) };
  return { ...parsed.data, place: kept, version, isOnServer: true };
}

/** With what the keys of a person's drafts in an assignment begin. */
export function draftPrefix(userId: string, assignmentId: string): string {
  return `postil.draft.${userId}.${assignmentId}.`;
}

/** A place in words, for a key and for the server: two that are not the same are never called the same. */
export function placeName({ beside, ...place }: Place): string {
  return beside ? `${nameOf(place)}~${beside}` : nameOf(place);
}

function nameOf(place: Place): string {
  if (place.type === "new") {
    const { kind, start, end, begunOn } = place;
    return `new.${kind}.${start}-${end}${begunOn ? `.${begunOn}` : ""}`;
  }
  if (place.type === "edit") return `edit.${place.commentId}`;
  // Words for one person must never be found where everybody reads.
  return `reply.${place.annotationId}${place.privateTo ? `.${place.privateTo}` : ""}`;
}

/** All text of a TipTap document, in order. */
export function wordsOf(node: Record<string, unknown>): string {
  if (typeof node.text === "string") return node.text;
  if (!Array.isArray(node.content)) return "";
  return node.content.map(wordsOf).join(" ");
}
