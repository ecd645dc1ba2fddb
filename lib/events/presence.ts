import "server-only";

import { randomUUID } from "node:crypto";

import { db } from "@/lib/db";
import { log } from "@/lib/log";

/** The channel on which instances tell each other who is there, and who writes. Nothing of it is kept. */
export const PRESENCE_CHANNEL = "postil_presence";

/** How often an instance repeats who is there; after three times of silence it counts as gone. */
const BEAT_MS = 3_000;
const EXPIRY_MS = 10_000;
/** Comings that are close together are told as one. */
const GATHER_MS = 200;
/** Who loads the page anew has not left. */
const GRACE_MS = 2_000;
/** A notice of PostgreSQL has 8,000 bytes at most, and an id with its quotes and comma 39. */
const IDS_A_NOTICE = 150;

/** That somebody writes in a thread at this moment. */
export interface Writing {
  assignmentId: string;
  annotationId: string;
  userId: string;
}

type Notice = { from: string; assignmentId: string } & (
  | { here: string[] }
  | { gone: string[] }
  | { annotationId: string; userId: string }
);

interface Told {
  /** Somebody may have come or gone, or may be another in the eyes of others: look again. */
  onPeople(assignmentIds: string[]): void;
  onWriting(writing: Writing): void;
}

/**
 * Who has which reading open, over all instances: each knows its own, and believes what others say
 * of theirs for a few seconds. No table knows of it. Only of assignments that somebody has open
 * here is anything remembered at all.
 */
export function createPresence({ onPeople, onWriting }: Told) {
  const self = randomUUID();
  /** By assignment and person, how many pages are open here. */
  const local = new Map<string, Map<string, number>>();
  /** By assignment and `instance person`, until when it is believed. */
  const remote = new Map<string, Map<string, number>>();
  const dirty = new Set<string>();
  let beating: NodeJS.Timeout | undefined;

  function isHere(assignmentId: string): boolean {
    return local.has(assignmentId);
  }

  function gather(assignmentId: string): void {
    const isFirst = dirty.size === 0;
    dirty.add(assignmentId);
    if (!isFirst) return;
    setTimeout(() => {
      const changed = [...dirty].filter(isHere);
      dirty.clear();
      void announce(changed.flatMap(noticesOf));
      onPeople(changed);
    }, GATHER_MS).unref();
  }

  function beat(): void {
    const now = Date.now();
    for (const believed of remote.values()) {
      for (const [key, until] of believed) if (until < now) believed.delete(key);
    }
    const open = [...local.keys()];
    void announce(open.flatMap(noticesOf));
    onPeople(open);
  }

  function noticesOf(assignmentId: string): Notice[] {
    const ids = [...(local.get(assignmentId)?.keys() ?? [])];
    const count = Math.ceil(ids.length / IDS_A_NOTICE);
    return Array.from({ length: count }, (_, at) => ({
      ...{ from: self, assignmentId },
      here: ids.slice(at * IDS_A_NOTICE, (at + 1) * IDS_A_NOTICE),
    }));
  }

  function leave(assignmentId: string, userId: string): void {
    const people = local.get(assignmentId);
    const pages = (people?.get(userId) ?? 1) - 1;
    if (!people) return;
    if (pages > 0) {
      people.set(userId, pages);
      return;
    }
    people.delete(userId);
    if (people.size === 0) {
      local.delete(assignmentId);
      remote.delete(assignmentId);
    }
    if (local.size === 0) {
      clearInterval(beating);
      beating = undefined;
    }
    void announce([{ from: self, assignmentId, gone: [userId] }]);
    if (isHere(assignmentId)) onPeople([assignmentId]);
  }

  return {
    /** Somebody opened a reading on this instance; to be called back when they close it. */
    enter(assignmentId: string, userId: string): () => void {
      const people = local.get(assignmentId) ?? new Map<string, number>();
      local.set(assignmentId, people);
      people.set(userId, (people.get(userId) ?? 0) + 1);
      beating ??= setInterval(beat, BEAT_MS).unref();
      gather(assignmentId);
      let hasLeft = false;
      return () => {
        if (hasLeft) return;
        hasLeft = true;
        setTimeout(() => leave(assignmentId, userId), GRACE_MS).unref();
      };
    },

    /** Everybody who has the reading open, on whichever instance. */
    peopleOf(assignmentId: string): string[] {
      const now = Date.now();
      const people = new Set(local.get(assignmentId)?.keys());
      for (const [key, until] of remote.get(assignmentId) ?? []) {
        if (until >= now) people.add(key.split(" ")[1] ?? "");
      }
      return [...people];
    },

    /** Takes a notice that came on {@link PRESENCE_CHANNEL}, from here or elsewhere. */
    hear(payload: string): void {
      const notice: Notice = JSON.parse(payload);
      const { from, assignmentId } = notice;
      if (!isHere(assignmentId)) return;
      if ("annotationId" in notice) {
        const { annotationId, userId } = notice;
        onWriting({ assignmentId, annotationId, userId });
        return;
      }
      if (from === self) return;
      const believed = remote.get(assignmentId) ?? new Map<string, number>();
      remote.set(assignmentId, believed);
      const before = believed.size;
      if ("here" in notice) {
        for (const id of notice.here) believed.set(`${from} ${id}`, Date.now() + EXPIRY_MS);
      } else {
        for (const id of notice.gone) believed.delete(`${from} ${id}`);
      }
      if (believed.size !== before) onPeople([assignmentId]);
    },
  };
}

/** Tells every instance that somebody writes. */
export function announceWriting({ assignmentId, ...writing }: Writing): Promise<void> {
  return announce([{ from: "", assignmentId, ...writing }]);
}

/** Who does not hear of it hears of the next. */
async function announce(notices: Notice[]): Promise<void> {
  if (notices.length === 0) return;
  const payloads = notices.map((notice) => JSON.stringify(notice));
  try {
    await db.$executeRaw`
      SELECT pg_notify(${PRESENCE_CHANNEL}, payload) FROM unnest(${payloads}::text[]) AS payload`;
  } catch (error) {
    log.warn({ err: error }, "could not tell who is there");
  }
}
