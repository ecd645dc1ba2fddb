import "server-only";

import { countAttempt } from "@/lib/auth/limits";

/**
 * Counts a note or comment that a person sends. At the door and not where it is written: what
 * comes in otherwise, by an import or with the demo, is no flood.
 *
 * @throws TooMany
 */
export async function countPost(userId: string): Promise<void> {
  await countAttempt("post", userId, "tooManyPosts");
  await countAttempt("postHourly", userId, "tooManyPosts");
}

/** Counts a vote, a draft or another small thing that a person sends. @throws TooMany */
export async function countAct(userId: string): Promise<void> {
  await countAttempt("act", userId, "tooManyPosts");
}

/** Counts an image that a person sends. @throws TooMany */
export async function countUpload(userId: string): Promise<void> {
  await countAttempt("upload", userId, "tooManyPosts");
}
