import "server-only";

import { listAssignments, listAssignmentViewers } from "@/lib/assignments/queries";
import { getCourse } from "@/lib/courses/queries";
import { NotFound } from "@/lib/errors";
import { asCsv, asJsonLd } from "@/lib/notebook/export";
import { type ExportWords, indexPage, writeReading } from "./pages";
import { listSharedEntries } from "./shared-entries";

/** A file of an export, made in pieces while somebody takes it. */
export interface ExportFile {
  name: string;
  pieces: AsyncIterable<string>;
}

interface Options {
  /** Of this Postil: `https://postil.example.edu`. */
  origin: string;
  words: ExportWords;
}

/**
 * A whole course as files that need no Postil: its readings with what is said about them as pages
 * for a browser, all posts as a table, and as a collection of W3C Web Annotations.
 *
 * Of what the instructor who takes it may read; notes for oneself are nobody's, theirs included.
 *
 * @throws NotFound, also for who may not take it
 */
export async function exportCourse(
  userId: string,
  courseId: string,
  { origin, words }: Options,
): Promise<AsyncGenerator<ExportFile>> {
  const course = await getCourse(userId, courseId);
  if (!course.can.export) throw new NotFound();
  const cards = await listAssignments(userId, courseId);
  const viewers = await listAssignmentViewers(userId, { courseId });
  const readings = cards.map((card, at) => ({ ...card, file: `readings/${at + 1}.html` }));
  const entries = () => listSharedEntries(userId, viewers);

  async function* files(): AsyncGenerator<ExportFile> {
    yield { name: "index.html", pieces: indexPage(course, readings) };
    for (const reading of readings) {
      yield { name: reading.file, pieces: writeReading(userId, reading, words) };
    }
    yield { name: "posts.csv", pieces: asCsv(entries(), origin) };
    const label = course.title;
    yield { name: "annotations.jsonld", pieces: asJsonLd(entries(), viewers, { origin, label }) };
  }
  return files();
}
