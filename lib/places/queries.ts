import "server-only";

import { describeRange, trimRange } from "@/lib/anchoring";
import { getAssignmentViewer } from "@/lib/assignments/queries";
import { db } from "@/lib/db";
import { Invalid } from "@/lib/errors";
import { mapApart } from "@/lib/readings/read-apart";
import { type PlaceView, presentPlace } from "./present";

/** As many words of a place as are looked for in another revision. */
const PASSAGE_LENGTH = 400;

/**
 * Where the person was when they last read the assignment, in the revision that it reads now; null
 * where nothing is known. It is found for its own reader only: there is no way to ask for somebody
 * else's.
 *
 * After a revision it is where the words at the place went, or about where they would be. It may
 * guess where anchors may not, because it is only offered.
 *
 * @throws NotFound
 */
export async function findPlace(
  userId: string,
  assignmentId: string,
  now = new Date(),
): Promise<PlaceView | null> {
  const { revisionId } = await getAssignmentViewer(userId, assignmentId, { now });
  const place = await db.readingPlace.findUnique({
    where: { userId_assignmentId: { userId, assignmentId } },
    select: { revisionId: true, offset: true },
  });
  if (!place || place.revisionId === revisionId) return place && presentPlace(place);
  const offset = await followOffset(place, revisionId);
  return offset === null ? null : presentPlace({ revisionId, offset });
}

async function followOffset(place: PlaceView, revisionId: string): Promise<number | null> {
  const texts = await db.revision.findMany({
    where: { id: { in: [place.revisionId, revisionId] } },
    select: { id: true, text: true },
  });
  const [before, after] = [place.revisionId, revisionId].map(
    (wanted) => texts.find(({ id }) => id === wanted)?.text ?? "",
  ) as [string, string];
  const passage = passageAt(before, place.offset);
  if (!passage) return null;
  const anchor = { id: revisionId, ...describeRange(before, passage.start, passage.end) };
  try {
    const [mapped] = await mapApart({
      before,
      after,
      edit: null,
      anchors: [{ ...anchor, state: "EXACT" }],
    });
    return mapped?.start ?? null;
  } catch (error) {
    // Texts that take too long to compare: without an offer one scrolls.
    if (error instanceof Invalid) return null;
    throw error;
  }
}

/** The words from an offset to the end of their block; the next block's where none are left. */
function passageAt(text: string, offset: number) {
  const words = /[^\s\uFFFC]/.exec(text.slice(offset));
  if (!words) return null;
  const start = offset + words.index;
  const end = text.indexOf("\n", start);
  return trimRange(text, start, Math.min(end < 0 ? text.length : end, start + PASSAGE_LENGTH));
}
