import { beforeEach, describe, expect, test } from "vitest";

import { NotFound } from "@/lib/errors";
import { exportCourse } from "@/lib/terms/export";
import { type Classroom, openClassroom } from "../../support/classroom";
import { annotate, reply } from "../../support/factories";
import { hideBehind } from "../../support/talk";

let room: Classroom;

beforeEach(async () => {
  room = await openClassroom();
});

const words = {
  ...{ back: "All readings", deleted: "gone", onWhole: "whole", detached: "detached" },
  highlightedBy: (name: string) => `highlighted by ${name}`,
  more: (count: number) => `${count} more`,
  moment: (iso: string) => iso,
};

async function take(userId = room.instructor.id): Promise<Record<string, string>> {
  const options = { origin: "https://postil.example.edu", words };
  const files: Record<string, string> = {};
  for await (const { name, pieces } of await exportCourse(userId, room.course.id, options)) {
    let text = "";
    for await (const piece of pieces) text += piece;
    files[name] = text;
  }
  return files;
}

describe("an exported course", () => {
  test("holds its readings with what is said about them, as pages, table and annotations", async () => {
    const { assignment, author, classmate } = room;
    const thread = await annotate(author.id, assignment, "lazy dog", { says: "Why <lazy>?" });
    for (let at = 0; at < 25; at++) await reply(classmate.id, thread.id, `Reason ${at}.`);
    await annotate(classmate.id, assignment, "brown");
    const files = await take();
    expect(Object.keys(files)).toEqual([
      "index.html",
      "readings/1.html",
      "posts.csv",
      "annotations.jsonld",
    ]);
    expect(files["index.html"]).toContain('<a href="readings/1.html">The Fox and the Dog</a>');
    const page = files["readings/1.html"]!;
    for (const said of ["Why &lt;lazy&gt;?", "Reason 24.", "highlighted by Ben", "jumps over"]) {
      expect(page).toContain(said);
    }
    expect(files["posts.csv"]!.split("Reason ")).toHaveLength(26);
    const collection = JSON.parse(files["annotations.jsonld"]!);
    expect(collection.type).toBe("AnnotationCollection");
    expect(collection.first.items).toHaveLength(27);
  });

  test("has nobody's private notes, also not those of who takes it", async () => {
    const own = { says: "Only mine.", audience: "ONLY_ME" } as const;
    await annotate(room.author.id, room.assignment, "fox", own);
    await annotate(room.instructor.id, room.assignment, "fox", own);
    await annotate(room.author.id, room.assignment, "dog", { says: "For all." });
    const all = Object.values(await take()).join();
    expect(all).toContain("For all.");
    expect(all).not.toContain("Only mine.");
  });

  test("names anonymous authors as the instructor sees them", async () => {
    const thread = await annotate(room.author.id, room.assignment, "dog", { says: "Hidden." });
    await hideBehind(room.assignment, thread, "Blue Heron");
    expect((await take())["posts.csv"]).toContain("Ada");
  });

  test("is an instructor's of the course alone", async () => {
    for (const { id } of [room.author, room.assistant, room.stranger, room.removed, room.nobody]) {
      await expect(take(id)).rejects.toThrow(NotFound);
    }
  });
});
