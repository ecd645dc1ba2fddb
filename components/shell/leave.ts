import { forget, keptKeys } from "@/components/reader/kept";
import { pushDrafts } from "@/components/reader/server-drafts";

/** Everything that this browser keeps for a person, by what its keys begin with. */
const KEPT = ["draft", "outbox", "gone"] as const;

/**
 * Saves on the server what a person wrote in this browser; false where some of it is nowhere else:
 * not saved for want of a network, or not posted yet.
 */
export async function saveEverything(userId: string): Promise<boolean> {
  const prefix = `postil.draft.${userId}.`;
  const assignments = keptKeys(prefix).map((key) => key.slice(prefix.length).split(".")[0] ?? "");
  const saved = await Promise.all(
    [...new Set(assignments)].map((assignmentId) => pushDrafts({ userId, assignmentId })),
  );
  const isPosted = keptKeys(`postil.outbox.${userId}.`).length === 0;
  return isPosted && saved.every(Boolean);
}

/** Leaves nothing of what a person wrote in this browser. */
export function forgetEverything(userId: string): void {
  for (const kind of KEPT) keptKeys(`postil.${kind}.${userId}.`).forEach(forget);
}
