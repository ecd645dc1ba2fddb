import { db } from "@/lib/db";
import { previewPublishing, publishRevision } from "@/lib/revisions/publishing";
import { writeDraft } from "../../tests/support/drafts";
import { enrol } from "../../tests/support/factories";
import { Writer } from "../anchoring/text";
import { makeScene } from "../support/course";
import type { Row } from "../support/row";

const SIZE = 1_000_000;
const NOTES = 10_000;
const EDITED = 20;

/** The suite `revising`: what the owner of a book waits for, on the database of DATABASE_URL. */
export async function revising(): Promise<Row[]> {
  const paragraphs = new Writer(3).book(SIZE);
  const { assignment } = await makeScene(paragraphs.join("\n\n"), NOTES);
  const { readingId, courseId } = assignment;
  const { ownerId } = await db.reading.findUniqueOrThrow({
    where: { id: readingId },
    select: { ownerId: true },
  });
  await enrol(courseId, ownerId, "INSTRUCTOR");
  const edited = paragraphs.map((words, at) => (at % EDITED === 0 ? editWords(words) : words));
  await writeDraft(ownerId, readingId, edited.join("\n\n"));

  const rows: Row[] = [];
  const run = `1 MB, ${NOTES.toLocaleString("en")} notes, every ${EDITED}th paragraph edited`;
  const timed = async <Answer>(name: string, work: () => Promise<Answer>): Promise<Answer> => {
    const begun = performance.now();
    const answer = await work();
    rows.push({ name: `${run}: ${name}`, value: performance.now() - begun, unit: "ms" });
    return answer;
  };
  await timed("preview, in a new thread", () => previewPublishing(ownerId, readingId));
  const preview = await timed("preview", () => previewPublishing(ownerId, readingId));
  await timed("publishing", () => publishRevision(ownerId, preview));
  return rows;
}

function editWords(paragraph: string): string {
  const words = paragraph.split(" ");
  words.splice(3, 2, "altogether", "different");
  words.splice(Math.floor(words.length / 2), 1);
  return words.join(" ");
}
