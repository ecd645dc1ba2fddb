import { beforeAll, describe, expect, test } from "vitest";

import { listActivity } from "@/lib/annotations/activity";
import { listMarks } from "@/lib/annotations/marks";
import { getComment, getThread, listComments, listThreads } from "@/lib/annotations/queries";
import { removeAnnotation } from "@/lib/annotations/removal";
import { type Classroom, openClassroom, VIEWERS, type ViewerName } from "../../support/classroom";
import { annotate } from "../../support/factories";
import { outcomeOf } from "../../support/outcome";
import { MEMBERS, READERS, THINGS, type Thing, wordsFor } from "../../support/things";

let room: Classroom;

// One course for all things: a door that shows too much shows it beside what it may show.
beforeAll(async () => {
  room = await openClassroom();
});

function make(thing: Thing) {
  return annotate(room.author.id, room.assignment, "brown fox", { ...thing, ...wordsFor(thing) });
}

const doors = {
  async "listing threads"(userId: string, id: string) {
    const { rows } = await listThreads(userId, room.assignment.id, { limit: 100 });
    return rows.some((thread) => thread.id === id);
  },
  async "asking for threads by id"(userId: string, id: string) {
    const { rows } = await listThreads(userId, room.assignment.id, { limit: 50, ids: [id] });
    return rows.length > 0;
  },
  async "listing marks"(userId: string, id: string) {
    return (await listMarks(userId, room.assignment.id)).ids.includes(id.replaceAll("-", ""));
  },
  async "opening the thread"(userId: string, id: string) {
    return (await getThread(userId, id)).id === id;
  },
  async "listing its comments"(userId: string, id: string) {
    return (await listComments(userId, id, { limit: 50 })).rows.length >= 0;
  },
};

/** Who gets to see the annotation through a door: not being shown it and NotFound count alike. */
async function readersThrough(
  door: (userId: string, id: string) => Promise<boolean>,
  id: string,
): Promise<ViewerName[]> {
  const found = await Promise.all(
    VIEWERS.map(async (name) => {
      let isShown = false;
      const outcome = await outcomeOf(
        door(room.people[name].id, id).then((shown) => {
          isShown = shown;
        }),
      );
      expect(["done", "NotFound"]).toContain(outcome);
      return isShown ? [name] : [];
    }),
  );
  return found.flat();
}

describe.each(THINGS)("a $kind for $audience", (thing) => {
  test("is read by its audience through every door, and by nobody else through any", async () => {
    const thread = await make(thing);
    for (const [name, door] of Object.entries(doors)) {
      expect(await readersThrough(door, thread.id), name).toEqual(READERS[thing.audience]);
    }
    const [opening] = thread.comments;
    if (opening) {
      const door = async (userId: string) => (await getComment(userId, opening.id)).body !== null;
      expect(await readersThrough(door, opening.id)).toEqual(READERS[thing.audience]);
    }
  });

  test("is read by nobody through any door once it is deleted", async () => {
    const { id, version, comments } = await make(thing);
    await removeAnnotation(room.author.id, id, version);
    for (const [name, door] of Object.entries(doors)) {
      expect(await readersThrough(door, id), name).toEqual([]);
    }
    for (const comment of comments) {
      const door = async (userId: string) => (await getComment(userId, comment.id)).id === id;
      expect(await readersThrough(door, id)).toEqual([]);
    }
  });
});

test("activity counts for everybody exactly the annotations that they are shown", async () => {
  for (const thing of THINGS) await make(thing);
  for (const name of MEMBERS) {
    const { id } = room.people[name];
    const { rows } = await listThreads(id, room.assignment.id, { limit: 100 });
    const others = rows
      .flatMap(({ comments }) => comments)
      .filter(({ author }) => author?.id !== id);
    expect(await listActivity(id, [room.assignment.id])).toEqual({
      [room.assignment.id]: {
        annotationCount: rows.length,
        myCount: rows.filter(({ author }) => author.id === id).length,
        newCount: others.length,
      },
    });
  }
});

test.each(["removed", "stranger", "nobody"] as const)(
  "whoever is %s finds neither the assignment's threads nor its marks nor its activity",
  async (name) => {
    const { id } = room.people[name];
    expect(await outcomeOf(listThreads(id, room.assignment.id, { limit: 50 }))).toBe("NotFound");
    expect(await outcomeOf(listMarks(id, room.assignment.id))).toBe("NotFound");
    expect(await listActivity(id, [room.assignment.id])).toEqual({});
  },
);

test("threads that are asked for by id come only from the assignment that is asked", async () => {
  const elsewhere = await openClassroom();
  const { author, assignment } = elsewhere;
  const { id } = await annotate(author.id, assignment, "brown fox");
  const asked = { limit: 50, ids: [id] };
  expect(await listThreads(room.author.id, room.assignment.id, asked)).toMatchObject({ rows: [] });
});
