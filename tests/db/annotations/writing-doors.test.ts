import { v7 } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";
import { reattach } from "@/lib/annotations/anchor";
import { editComment, postComment } from "@/lib/annotations/comments";
import { changeAnnotation } from "@/lib/annotations/mutations";
import type { ThreadView } from "@/lib/annotations/present";
import { getThread } from "@/lib/annotations/queries";
import {
  removeAnnotation,
  removeComment,
  restoreAnnotation,
  restoreComment,
} from "@/lib/annotations/removal";
import { db } from "@/lib/db";
import {
  archive,
  type Classroom,
  openClassroom,
  VIEWERS,
  type ViewerName,
} from "../../support/classroom";
import { annotate, bodyOf } from "../../support/factories";
import { outcomeOf } from "../../support/outcome";
import { MEMBERS, READERS, THINGS, type Thing, wordsFor } from "../../support/things";

let room: Classroom;

beforeAll(async () => {
  room = await openClassroom();
});

function make(thing: Thing, { author, assignment } = room) {
  return annotate(author.id, assignment, "brown fox", { ...thing, ...wordsFor(thing) });
}

type Act = (userId: string, thread: ThreadView) => Promise<unknown>;

const acts = {
  reply: (userId, { id }) => postComment(userId, id, { id: v7(), body: bodyOf("Because.") }),
  answer: (userId, { id, version }) => changeAnnotation(userId, id, version, { isAnswered: true }),
  remove: (userId, { id, version }) => removeAnnotation(userId, id, version),
  reattach: async (userId, { id, version }) => {
    await db.anchor.updateMany({ where: { annotationId: id }, data: { state: "DETACHED" } });
    const { revisionId } = room.assignment;
    return reattach(userId, id, version, { revisionId, start: 0, end: 3 });
  },
  "edit the opening": (userId, { comments: [opening] }) =>
    editComment(userId, opening!.id, opening!.version, { body: bodyOf("Why a dog?") }),
  "remove the opening": (userId, { comments: [opening] }) =>
    removeComment(userId, opening!.id, opening!.version),
} satisfies Record<string, Act>;

type ActName = keyof typeof acts;

const HAS_WORDS: ActName[] = ["edit the opening", "remove the opening"];

/** Who may do it, of those who may read it. Written out: the policy is what is tested by it. */
function doersOf(act: ActName, { kind, audience }: Thing): ViewerName[] {
  const isModerated = audience !== "ONLY_ME";
  const may: Record<ActName, (name: ViewerName) => boolean> = {
    reply: () => kind !== "HIGHLIGHT",
    answer: (name) => kind === "QUESTION" && name !== "classmate",
    remove: (name) => name === "author" || (isModerated && name !== "classmate"),
    reattach: (name) => name === "author" || (isModerated && name !== "classmate"),
    "edit the opening": (name) => name === "author",
    "remove the opening": (name) => name === "author" || (isModerated && name !== "classmate"),
  };
  return READERS[audience].filter(may[act]);
}

function expectedOutcome(act: ActName, thing: Thing, name: ViewerName): string {
  if (doersOf(act, thing).includes(name)) return "done";
  return READERS[thing.audience].includes(name) ? "Forbidden" : "NotFound";
}

const cases = THINGS.flatMap((thing) =>
  (Object.keys(acts) as ActName[])
    .filter((act) => thing.kind !== "HIGHLIGHT" || !HAS_WORDS.includes(act))
    .map((act) => ({ ...thing, act })),
);

test.each(cases)(
  "to $act a $kind for $audience is for those whom the policy names",
  async (each) => {
    const { act } = each;
    for (const name of VIEWERS) {
      const thread = await make(each);
      const outcome = await outcomeOf(acts[act](room.people[name].id, thread));
      expect(`${name}: ${outcome}`).toBe(`${name}: ${expectedOutcome(act, each, name)}`);
    }
  },
);

test.each(THINGS)(
  "a $kind for $audience says to its readers what they can do with it",
  async (each) => {
    const { id } = await make(each);
    for (const name of READERS[each.audience]) {
      const { can, comments } = await getThread(room.people[name].id, id);
      const isDoer = (act: ActName) => doersOf(act, each).includes(name);
      expect(can).toEqual({
        read: true,
        reply: isDoer("reply"),
        answer: isDoer("answer"),
        remove: isDoer("remove"),
        reattach: isDoer("reattach"),
        change: name === "author",
        moderate: each.audience !== "ONLY_ME" && (name === "instructor" || name === "assistant"),
      });
      const edit = isDoer("edit the opening");
      const remove = isDoer("remove the opening");
      expect(comments.map((comment) => comment.can)).toMatchObject(
        each.kind === "HIGHLIGHT" ? [] : [{ read: true, readWords: true, edit, remove }],
      );
    }
  },
);

describe("a reply by a classmate", () => {
  const doers = {
    edit: ["classmate"],
    remove: ["classmate", "instructor", "assistant"],
  };

  async function replied() {
    const { id } = await make({ kind: "QUESTION", audience: "COURSE" });
    const body = bodyOf("Foxes are quick.");
    return postComment(room.classmate.id, id, { id: v7(), body });
  }

  function act(name: "edit" | "remove", userId: string, id: string, version: number) {
    if (name === "remove") return removeComment(userId, id, version);
    return editComment(userId, id, version, { body: bodyOf("Foxes are slow.") });
  }

  test.each(["edit", "remove"] as const)("only they, or staff, may %s it", async (name) => {
    for (const viewer of VIEWERS) {
      const { id, version } = await replied();
      const isMember = (MEMBERS as readonly string[]).includes(viewer);
      const refusal = isMember ? "Forbidden" : "NotFound";
      const outcome = await outcomeOf(act(name, room.people[viewer].id, id, version));
      expect(`${viewer}: ${outcome}`).toBe(
        `${viewer}: ${doers[name].includes(viewer) ? "done" : refusal}`,
      );
    }
  });

  test.each(["edit", "remove"] as const)("nobody can %s it when it is deleted", async (name) => {
    const { id, version } = await replied();
    await removeComment(room.classmate.id, id, version);
    for (const viewer of MEMBERS) {
      const outcome = await outcomeOf(act(name, room.people[viewer].id, id, version + 1));
      expect(`${viewer}: ${outcome}`).toBe(`${viewer}: Forbidden`);
    }
  });
});

describe("undoing a deletion", () => {
  test.each(THINGS)("of a $kind for $audience is for Ada, who deleted it", async (thing) => {
    const { id, version, comments } = await make(thing);
    await removeAnnotation(room.author.id, id, version);
    for (const name of VIEWERS.filter((each) => each !== "author")) {
      const userId = room.people[name].id;
      expect(await outcomeOf(restoreAnnotation(userId, id)), name).toBe("NotFound");
      for (const comment of comments) {
        expect(await outcomeOf(restoreComment(userId, comment.id)), name).toBe("NotFound");
      }
    }
    const restored = await restoreAnnotation(room.author.id, id);
    expect(restored.comments.map(({ isDeleted }) => isDeleted)).toEqual(comments.map(() => false));
  });
});

describe("in an archived course", () => {
  test("everything can be read and nothing be written", async () => {
    const old = await openClassroom();
    const thread = await make({ kind: "QUESTION", audience: "COURSE" }, old);
    await archive(old.course.id);
    for (const name of MEMBERS) {
      const { id } = old.people[name];
      expect((await getThread(id, thread.id)).can).toMatchObject({ read: true, reply: false });
      for (const [act, run] of Object.entries(acts)) {
        expect(`${name} ${act} ${await outcomeOf(run(id, thread))}`).toBe(
          `${name} ${act} Forbidden`,
        );
      }
      const creating = annotate(id, old.assignment, "lazy dog");
      expect(await outcomeOf(creating)).toBe("Forbidden");
    }
  });
});

test("who is not in the course cannot annotate, and does not learn that the assignment exists", async () => {
  for (const name of ["removed", "stranger", "nobody"] as const) {
    const creating = annotate(room.people[name].id, room.assignment, "lazy dog");
    expect(await outcomeOf(creating), name).toBe("NotFound");
  }
});
