import "server-only";

import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

import type { AssignmentViewer } from "@/lib/assignments/queries";
import { isStaff } from "@/lib/courses/policy";
import { db } from "@/lib/db";
import { authorize, TooMany } from "@/lib/errors";
import { announceWriting, createPresence, type Writing } from "@/lib/events/presence";
import { log } from "@/lib/log";
import { readChanges, USUAL } from "@/lib/preferences/schema";
import type { Role } from "@/prisma/generated/enums";
import { annotationAbilities, isNamed, isShownHere } from "./policy";
import { getReadableAnnotation } from "./queries";
import { heldSince } from "./writing";

/** Somebody who has the reading open. */
export interface Companion {
  id: string;
  name: string;
  isStaff: boolean;
}

/** What holds at this moment and is in no log: who comes back is told what holds then. */
export type PassingMessage =
  | {
      type: "presence";
      /** By name, the viewer among them. */
      people: Companion[];
      /** All of them, where these are not. */
      count: number;
      /** Of students nothing is told here, not even how many there are. */
      isStaffOnly: boolean;
    }
  | {
      type: "writing";
      annotationId: string;
      /** Null where names are not told. */
      person: { id: string; name: string } | null;
    };

const FACTS = {
  ...{ authorId: true, kind: true, audience: true, groupId: true, deletedAt: true },
  ...{ heldAt: true, lockedAt: true, mergedIntoId: true },
} as const;

const PEOPLE_TOLD = 50;
const MUTES_AT_MOST = 5_000;
const WRITINGS_AT_ONCE = 500;

/** A page sends one every three seconds; so many are a few pages of one person's. */
const WRITING = { points: 20, duration: 20 };

/** A reader's open page. */
interface Seat {
  viewer: AssignmentViewer;
  mutedIds: ReadonlySet<string>;
  tell(message: PassingMessage): void;
  told: string;
}

/** Somebody who is there, with what decides what others are told of them. */
interface Present extends Companion {
  role: Role;
  isShown: boolean;
}

/** An assignment with those who are there. */
interface Scene {
  /** Somebody may write under a pseudonym in it, or has. */
  isMasked: boolean;
  people: Present[];
}

interface Company {
  sit(seat: Seat): () => void;
  hear(payload: string): void;
}

// As with the hub: one for all bundles of this process.
const KEY = Symbol.for("postil.company");
const shared = globalThis as { [KEY]?: Company };

function company(): Company {
  shared[KEY] ??= createCompany();
  return shared[KEY];
}

/** Takes what instances tell each other of presence. */
export function overhear(payload: string): void {
  company().hear(payload);
}

/**
 * Has a viewer be there, and tells them who else is and who writes, until the returned function is
 * called.
 */
export async function joinCompany(
  viewer: AssignmentViewer,
  tell: (message: PassingMessage) => void,
): Promise<() => void> {
  const mutes = await db.personMute.findMany({
    where: { userId: viewer.userId },
    select: { voiceId: true },
    take: MUTES_AT_MOST,
  });
  const mutedIds = new Set(mutes.map(({ voiceId }) => voiceId));
  return company().sit({ viewer, mutedIds, tell, told: "" });
}

const limiter = new RateLimiterMemory(WRITING);

/**
 * Has those who may read a thread know that somebody writes in it. Nothing of it is kept. Nobody
 * is told of what nobody will see: a note for oneself, or a post that would wait for the staff.
 *
 * @throws NotFound, Forbidden, TooMany
 */
export async function noteWriting(userId: string, annotationId: string): Promise<void> {
  await limiter.consume(userId).catch((refused) => {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw new TooMany("tooManyPosts", Math.ceil(refused.msBeforeNext / 1_000));
  });
  const { viewer, annotation } = await getReadableAnnotation(userId, annotationId, {
    isFollowed: true,
  });
  authorize(annotationAbilities(viewer, annotation).reply);
  const { audience } = annotation;
  if (audience === "ONLY_ME" || (await heldSince(viewer, audience))) return;
  const { assignmentId } = viewer;
  await announceWriting({ assignmentId, annotationId: annotation.id, userId });
}

function createCompany(): Company {
  const seats = new Map<string, Set<Seat>>();
  const waiting = new Set<string>();
  let isLooking = false;
  let unheard = 0;
  let heard = Promise.resolve();
  const presence = createPresence({
    onPeople: (assignmentIds) => void look(assignmentIds),
    onWriting: hearWriting,
  });

  /** One look at a time, however many come and go meanwhile. */
  async function look(assignmentIds: string[]): Promise<void> {
    for (const id of assignmentIds) waiting.add(id);
    if (isLooking) return;
    isLooking = true;
    try {
      while (waiting.size > 0) {
        const asked = [...waiting];
        waiting.clear();
        const scenes = await findScenes(asked.map((id) => [id, presence.peopleOf(id)] as const));
        for (const [id, scene] of scenes) {
          for (const seat of seats.get(id) ?? []) tellPresence(seat, scene);
        }
      }
    } catch (error) {
      complain(error);
    } finally {
      isLooking = false;
    }
  }

  function tellPresence(seat: Seat, { isMasked, people }: Scene): void {
    const shown = people
      .filter((person) => isShownHere(person, isMasked) && !seat.mutedIds.has(person.id))
      .map(({ id, name, isStaff }) => ({ id, name, isStaff }));
    const message: PassingMessage = {
      type: "presence",
      people: shown.slice(0, PEOPLE_TOLD),
      count: shown.length,
      isStaffOnly: isMasked,
    };
    const told = JSON.stringify(message);
    if (told === seat.told) return;
    seat.told = told;
    seat.tell(message);
  }

  /** One after the other; in a flood, what could not be told at once is not worth telling. */
  function hearWriting(writing: Writing): void {
    if (unheard >= WRITINGS_AT_ONCE) return;
    unheard += 1;
    heard = heard
      .then(() => tellWriting(writing))
      .catch(complain)
      .finally(() => {
        unheard -= 1;
      });
  }

  async function tellWriting({ assignmentId, annotationId, userId }: Writing): Promise<void> {
    const [scenes, annotation] = await Promise.all([
      findScenes([[assignmentId, [userId]]]),
      db.annotation.findFirst({
        where: { id: annotationId, assignmentId },
        select: FACTS,
      }),
    ]);
    const scene = scenes.get(assignmentId);
    const writer = scene?.people[0];
    if (!scene || !annotation || !writer?.isShown) return;
    const { id, name } = writer;
    const person = isNamed(writer, scene.isMasked) ? { id, name } : null;
    for (const seat of seats.get(assignmentId) ?? []) {
      const isTheirs = seat.viewer.userId === userId;
      // Where names are not told muting changes nothing: or whom one mutes would tell who writes.
      const isMuted = person !== null && seat.mutedIds.has(userId);
      if (isTheirs || isMuted || !annotationAbilities(seat.viewer, annotation).read) continue;
      seat.tell({ type: "writing", annotationId, person });
    }
  }

  return {
    sit(seat) {
      const { assignmentId, userId } = seat.viewer;
      const here = seats.get(assignmentId) ?? new Set();
      seats.set(assignmentId, here.add(seat));
      const leave = presence.enter(assignmentId, userId);
      return () => {
        leave();
        here.delete(seat);
        if (here.size === 0 && seats.get(assignmentId) === here) seats.delete(assignmentId);
      };
    },
    hear: (payload) => presence.hear(payload),
  };
}

function complain(error: unknown): void {
  log.warn({ err: error }, "could not tell who is there");
}

/** Who of these is of the course, by name, and what others may be told of them; in one query. */
async function findScenes(
  there: readonly (readonly [assignmentId: string, userIds: string[]])[],
): Promise<Map<string, Scene>> {
  const pairs = there.flatMap(([at, userIds]) => userIds.map((userId) => ({ at, userId })));
  const rows = await db.$queryRaw<Row[]>`
    SELECT assignment.id AS at, person.id, person.name, person.preferences, enrolment.role::text,
      assignment.anonymity_allowed OR EXISTS (
        SELECT FROM pseudonym WHERE pseudonym.assignment_id = assignment.id
      ) AS "isMasked"
    FROM unnest(
      ${pairs.map(({ at }) => at)}::uuid[], ${pairs.map(({ userId }) => userId)}::uuid[]
    ) AS place (assignment_id, user_id)
    JOIN assignment ON assignment.id = place.assignment_id
    JOIN "user" person ON person.id = place.user_id
    JOIN enrolment ON enrolment.course_id = assignment.course_id
      AND enrolment.user_id = person.id AND enrolment.status = 'ACTIVE'
    ORDER BY person.name, person.id`;
  const scenes = new Map(
    there.map(([at]): [string, Scene] => [at, { isMasked: true, people: [] }]),
  );
  for (const { at, preferences, isMasked, ...person } of rows) {
    const scene = scenes.get(at);
    if (!scene) continue;
    scene.isMasked = isMasked;
    const isShown = readChanges(preferences).showPresence ?? USUAL.showPresence;
    scene.people.push({ ...person, isStaff: isStaff(person.role), isShown });
  }
  return scenes;
}

interface Row {
  at: string;
  id: string;
  name: string;
  preferences: unknown;
  role: Role;
  isMasked: boolean;
}
