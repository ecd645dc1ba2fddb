import { z } from "zod";

import type { DraftView } from "@/lib/annotations/drafts";
import { api, Refused } from "./api";
import { draftKey, draftPrefix, findDraft, placeName, readDraft } from "./drafts";
import { forget, keep, keptKeys, recall } from "./kept";

/** One person in one assignment. */
export interface Desk {
  userId: string;
  assignmentId: string;
}

/** What saving came to. */
interface Saved {
  /** All that is here is on the server. */
  isSaved: boolean;
  /** Where it is kept now, because another device's words stand in its place; else null. */
  beside: string | null;
}

const gone = z.object({ version: z.number() });

/** Savings that wait for an answer: one key at a time, or the second would be another device to the first. */
const underway = new Map<string, Promise<Saved>>();

/**
 * Saves on the server what this browser keeps under `key`. Where another device saved first, its
 * words are taken in at the place, and these are kept beside them. Never throws: without a network
 * what is here stays here, and goes with the next occasion.
 */
export async function pushDraft(desk: Desk, key: string): Promise<Saved> {
  await underway.get(key);
  const saving = push(desk, key).catch(() => ({ isSaved: false, beside: null }));
  underway.set(key, saving);
  const saved = await saving;
  if (underway.get(key) === saving) underway.delete(key);
  return saved;
}

async function push(desk: Desk, key: string): Promise<Saved> {
  const draft = findDraft(key);
  if (!draft || draft.isOnServer) return { isSaved: true, beside: null };
  const { version = 0, isOnServer: _, ...body } = draft;
  const name = placeName(draft.place);
  const answer = await api.saveDraft(desk.assignmentId, name, version, body);
  const saved = answer.draft.version;
  const now = findDraft(key);
  if (!now) {
    // Posted or given up while it was on its way.
    bury(desk, answer.draft.place, saved);
    await flushGone(desk);
    return { isSaved: true, beside: null };
  }
  const isOnServer = now.savedAt === draft.savedAt;
  if (!answer.conflict) {
    keep(key, { ...now, version: saved, isOnServer });
    return { isSaved: isOnServer, beside: null };
  }
  const mine = readDraft({ ...answer.draft, body: now });
  const theirs = readDraft(answer.conflict);
  if (!mine || !theirs) return { isSaved: false, beside: null };
  keep(draftKey(desk.userId, desk.assignmentId, mine.place), { ...mine, isOnServer });
  keep(key, theirs);
  return { isSaved: isOnServer, beside: mine.place.beside ?? null };
}

/** Forgets a draft here, and on the server as soon as that can be reached. */
export function dropDraft(desk: Desk, key: string): void {
  const draft = findDraft(key);
  forget(key);
  if (!draft?.version) return;
  bury(desk, placeName(draft.place), draft.version);
  void flushGone(desk);
}

/** Takes in what other devices saved, and lets go of what they posted or gave up. Never throws. */
export async function pullDrafts(desk: Desk): Promise<void> {
  await flushGone(desk);
  let views: DraftView[];
  try {
    views = await api.listDrafts(desk.assignmentId);
  } catch {
    return;
  }
  const prefix = draftPrefix(desk.userId, desk.assignmentId);
  const there = new Set(views.map(({ place }) => prefix + place));
  for (const view of views) {
    const key = prefix + view.place;
    const [local, theirs] = [findDraft(key), readDraft(view)];
    const isGone = (recall(goneKey(desk, view.place), gone)?.version ?? 0) >= view.version;
    const isNews = local ? local.isOnServer && local.version !== view.version : !isGone;
    if (theirs && isNews) keep(key, theirs);
  }
  for (const key of keptKeys(prefix)) {
    if (!there.has(key) && findDraft(key)?.isOnServer) forget(key);
  }
}

/** Sends everything that is only here; false where some of it could not be. */
export async function pushDrafts(desk: Desk): Promise<boolean> {
  const keys = keptKeys(draftPrefix(desk.userId, desk.assignmentId));
  const saved = await Promise.all(keys.map((key) => pushDraft(desk, key)));
  return saved.every(({ isSaved }) => isSaved);
}

/** Remembers that what the server has at a place is not wanted any more. */
export function bury(desk: Desk, place: string, version: number): void {
  keep(goneKey(desk, place), { version });
}

async function flushGone(desk: Desk): Promise<void> {
  for (const key of keptKeys(goneKey(desk, ""))) {
    const place = key.slice(goneKey(desk, "").length);
    const { version } = recall(key, gone) ?? { version: 0 };
    try {
      await api.discardDraft(desk.assignmentId, place, version);
      forget(key);
    } catch (error) {
      // Another device went on with it: then it is wanted after all.
      if (error instanceof Refused) forget(key);
    }
  }
}

function goneKey({ userId, assignmentId }: Desk, place: string): string {
  return `postil.gone.${userId}.${assignmentId}.${place}`;
}
