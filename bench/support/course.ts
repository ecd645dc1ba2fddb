import { readFile } from "node:fs/promises";
import { v7 as newId } from "uuid";

import { db } from "@/lib/db";
import { sessionCookie } from "../../e2e/support/session";
import {
  createAssignment,
  createCourse,
  createMember,
  createReading,
} from "../../tests/support/factories";
import { randomNumbers } from "./random";

export type Scene = Awaited<ReturnType<typeof makeScene>>;

/** A course with the text assigned, somebody who reads it, and as many annotations by others. */
export async function makeScene(markdown: string, annotations: number) {
  const course = await createCourse();
  const [reader, author] = await Promise.all([
    createMember(course.id, "STUDENT", "Ada"),
    createMember(course.id, "STUDENT", "Ben"),
  ]);
  const reading = await createReading({ markdown });
  const assignment = await createAssignment(course.id, { reading });
  await annotate(assignment, author.id, annotations);
  const { name, value } = await sessionCookie(reader, "http://localhost");
  return { assignment, reader, author, cookie: `${name}=${value}` };
}

/** So many more students of the course, as the cookies with which they come. */
export function joinPeople(courseId: string, count: number): Promise<string[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const { name, value } = await sessionCookie(await createMember(courseId), "http://localhost");
      return `${name}=${value}`;
    }),
  );
}

/** The article as it ships. */
export function readArticle(): Promise<string> {
  return readFile("content/cpc-international-exchanges.md", "utf8");
}

/** About a third of a kilobyte a paragraph: 3,000 are a megabyte. The same words in every run. */
export function writeBook(paragraphs = 3_000): string {
  const random = randomNumbers(7);
  const words =
    "margin page class reads text talk about passage question answer note where quiet".split(" ");
  const paragraph = () =>
    Array.from({ length: 56 }, () => words[Math.floor(random() * words.length)]).join(" ");
  return Array.from({ length: paragraphs }, paragraph).join("\n\n");
}

/** Overlapping passages over the whole text, some long, each with a comment. */
async function annotate(
  { id: assignmentId, revisionId, text }: Awaited<ReturnType<typeof createAssignment>>,
  authorId: string,
  count: number,
): Promise<void> {
  const random = randomNumbers(11);
  const marks = Array.from({ length: count }, (_, at) => {
    const start = Math.floor((at / count) * (text.length - 100));
    const length = random() < 0.05 ? 1_500 : 10 + Math.floor(random() * 90);
    return { id: newId(), start, end: Math.min(text.length, start + length) };
  });
  const shared = { assignmentId, authorId };
  await db.annotation.createMany({
    data: marks.map(({ id, start, end }, at) => ({
      ...{ id, start, end, revisionId, ...shared },
      kind: at % 3 === 0 ? ("QUESTION" as const) : ("COMMENT" as const),
      audience: "COURSE" as const,
      quote: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - 32), start),
      suffix: text.slice(end, end + 32),
      commentCount: 1,
    })),
  });
  await db.anchor.createMany({
    data: marks.map(({ id, start, end }) => ({ annotationId: id, revisionId, start, end })),
  });
  await db.comment.createMany({
    data: marks.map(({ id }) => ({
      ...{ id: newId(), annotationId: id, ...shared, isOpening: true, wordCount: 2 },
      text: "Why so?",
      body: {
        type: "doc",
        content: [{ type: "paragraph", content: [{ type: "text", text: "Why so?" }] }],
      },
    })),
  });
}
