import { parse } from "csv-parse/sync";
import { beforeEach, describe, expect, test } from "vitest";

import { db } from "@/lib/db";
import { exportNotebook } from "@/lib/notebook/export";
import { type Notebook, openOfPerson, openOwn } from "@/lib/notebook/queries";
import { type Format, notebookQuery } from "@/lib/notebook/schema";
import { type Classroom, openClassroom } from "../../support/classroom";
import { annotate, createAssignment, createReading, reply } from "../../support/factories";

const ORIGIN = "https://postil.example.edu";

const words = {
  title: "Notebook",
  show: "Show the passage",
  kindOf: () => "Comment",
  byline: () => "",
  day: (iso: string) => iso.slice(0, 10),
};

let room: Classroom;

beforeEach(async () => {
  room = await openClassroom();
});

async function write(notebook: Notebook, format: Format): Promise<string> {
  let file = "";
  for await (const piece of exportNotebook(notebook, { format, origin: ORIGIN, words }))
    file += piece;
  return file;
}

function own() {
  return openOwn(room.author.id, notebookQuery.parse({}));
}

function ofPerson() {
  const place = { courseId: room.course.id, personId: room.author.id };
  return openOfPerson(room.instructor.id, place, notebookQuery.parse({}));
}

interface WebAnnotation {
  id: string;
  motivation: string;
  creator: { id: string; name: string };
  body?: { value: string };
  target: { source: string; selector: Record<string, unknown>[] } | string;
}

async function annotations(notebook: Notebook): Promise<WebAnnotation[]> {
  const collection = JSON.parse(await write(notebook, "jsonld"));
  expect(collection).toMatchObject({
    "@context": "http://www.w3.org/ns/anno.jsonld",
    type: "AnnotationCollection",
    first: { type: "AnnotationPage" },
  });
  return collection.first.items;
}

describe("as Web Annotations", () => {
  test("places are counted in code points of the text", async () => {
    const reading = await createReading({ markdown: "😀😀 A 𠮷 fox." });
    const assignment = await createAssignment(room.course.id, { reading });
    await annotate(room.author.id, assignment, "fox", { says: "Why?" });
    const [annotation] = await annotations(await own());
    expect(annotation).toMatchObject({
      motivation: "commenting",
      creator: { id: `urn:uuid:${room.author.id}`, name: "Ada" },
      body: { value: "Why?" },
      target: {
        source: `${ORIGIN}/read/${assignment.id}`,
        selector: [
          { type: "TextQuoteSelector", exact: "fox", prefix: "😀😀 A 𠮷 ", suffix: "." },
          { type: "TextPositionSelector", start: 7, end: 10 },
        ],
      },
    });
    const points = [...assignment.text].slice(7, 10).join("");
    expect(points).toBe("fox");
  });

  test("a highlight, a question and a reply say what they are", async () => {
    const { author, classmate, assignment } = room;
    await annotate(author.id, assignment, "quick");
    await annotate(author.id, assignment, "brown", { says: "Why?", kind: "QUESTION" });
    const other = await annotate(classmate.id, assignment, "lazy", { says: "By Ben" });
    await reply(author.id, other.id, "So?");
    const found = await annotations(await own());
    expect(found.map(({ motivation }) => motivation)).toEqual([
      ...["highlighting", "questioning", "replying"],
    ]);
    expect(found[2]?.target).toBe(`${ORIGIN}/api/v1/annotations/${other.id}`);
  });

  test("an empty notebook is an empty collection", async () => {
    expect(await annotations(await own())).toEqual([]);
  });
});

test.each(["markdown", "csv", "jsonld"] as const)(
  "the staff's %s of a person holds nothing private",
  async (format) => {
    const { author, assignment } = room;
    await annotate(author.id, assignment, "fox", { says: "Shared" });
    await annotate(author.id, assignment, "dog", { says: "Secret", audience: "ONLY_ME" });
    await annotate(author.id, assignment, "one eye open", { audience: "ONLY_ME" });
    const file = await write(await ofPerson(), format);
    expect(file).toContain("Shared");
    expect(file).not.toContain("Secret");
    expect(file).not.toContain("one eye open");
    expect(await write(await own(), format)).toContain("Secret");
  },
);

test("more than is read at once comes whole, reading by reading, each entry once", async () => {
  const { author, course } = room;
  const assignments = [room.assignment, await createAssignment(course.id)];
  for (const { id: assignmentId, revisionId } of assignments) {
    const numbers = Array.from({ length: 150 }, (_, index) => index);
    const made = await db.annotation.createManyAndReturn({
      data: numbers.map((start) => ({
        ...{ id: crypto.randomUUID(), assignmentId, revisionId, authorId: author.id },
        ...{ kind: "HIGHLIGHT" as const, audience: "COURSE" as const, prefix: "", suffix: "" },
        ...{ quote: `Passage ${start}`, start, end: start + 1 },
      })),
      select: { id: true, start: true, end: true },
    });
    await db.anchor.createMany({
      data: made.map(({ id, start, end }) => ({ annotationId: id, revisionId, start, end })),
    });
  }
  const rows: { url: string; quote: string }[] = parse(await write(await own(), "csv"), {
    bom: true,
    columns: true,
  });
  expect(rows).toHaveLength(300);
  expect(new Set(rows.map(({ url }) => url)).size).toBe(300);
  expect(rows.slice(0, 150).map(({ quote }) => quote)).toEqual(
    Array.from({ length: 150 }, (_, index) => `Passage ${index}`),
  );
  const markdown = await write(await own(), "markdown");
  expect(markdown.match(/^## /gm)).toHaveLength(2);
});
