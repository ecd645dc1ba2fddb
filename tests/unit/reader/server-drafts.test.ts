// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { type Draft, draftKey, findDraft, listDrafts, placeName } from "@/components/reader/drafts";
import { keep, keptKeys } from "@/components/reader/kept";
import { dropDraft, pullDrafts, pushDraft, pushDrafts } from "@/components/reader/server-drafts";
import type { Place } from "@/components/reader/store";
import { forgetEverything, saveEverything } from "@/components/shell/leave";

const desk = { userId: "ada", assignmentId: "fox" };
const place = { type: "reply", annotationId: "a" } as const satisfies Place;
const key = draftKey("ada", "fox", place);

interface Row {
  place: string;
  body: unknown;
  version: number;
  updatedAt: string;
}

/** What the server has, and whether it can be reached. */
let rows: Map<string, Row>;
let isReachable: boolean;
let asked: string[];

beforeEach(() => {
  [rows, isReachable, asked] = [new Map(), true, []];
  vi.stubGlobal("fetch", answer);
});

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

/** As `lib/annotations/drafts` does. */
async function answer(address: string, init: RequestInit): Promise<Response> {
  asked.push(init.method ?? "GET");
  if (!isReachable) throw new TypeError("no network");
  const query = new URL(address, "http://localhost").searchParams;
  const name = query.get("place") ?? "";
  const version = Number(new Headers(init.headers).get("if-match")?.replaceAll('"', ""));
  const known = rows.get(name);
  if (init.method === "GET") return Response.json([...rows.values()]);
  if (init.method === "DELETE") {
    if (known && known.version !== version) return Response.json({}, { status: 412 });
    rows.delete(name);
    return new Response(null, { status: 204 });
  }
  const { body } = JSON.parse(String(init.body));
  const isNext = !known || known.version === version;
  const free = isNext ? name : `${name}~uuid`;
  const draft = { place: free, body, version: isNext ? version + 1 : 1, updatedAt: "" };
  rows.set(free, draft);
  return Response.json({ draft, conflict: isNext ? null : known });
}

function write(words: string, rest: Partial<Draft> = {}): void {
  const body = { type: "doc", content: [{ type: "text", text: words }] };
  keep(key, { body, place, audience: "COURSE", savedAt: words, ...rest });
}

const wordsOf = (draft: Draft | null) => draft?.savedAt;

describe("what is being written", () => {
  test("goes to the server once, and then with the version that it was made from", async () => {
    write("one");
    expect(await pushDraft(desk, key)).toEqual({ isSaved: true, beside: null });
    await pushDraft(desk, key);
    expect(asked).toEqual(["PUT"]);
    write("two", { version: findDraft(key)?.version });
    await pushDraft(desk, key);
    expect(rows.get(placeName(place))).toMatchObject({ version: 2, body: { savedAt: "two" } });
  });

  test("is kept here while the server cannot be reached, and goes later", async () => {
    isReachable = false;
    write("one");
    expect(await pushDraft(desk, key)).toMatchObject({ isSaved: false });
    expect(wordsOf(findDraft(key))).toBe("one");
    isReachable = true;
    expect(await pushDrafts(desk)).toBe(true);
    expect(rows.size).toBe(1);
  });

  test("is not there any more when it was posted while it was on its way", async () => {
    write("one");
    const saving = pushDraft(desk, key);
    dropDraft(desk, key);
    await saving;
    expect(rows.size).toBe(0);
    expect(listDrafts("ada", "fox")).toEqual([]);
  });

  test("stands beside what another device saved first, and neither is lost", async () => {
    rows.set(placeName(place), {
      ...{ place: placeName(place), version: 3, updatedAt: "" },
      body: { body: { type: "doc" }, place, audience: "COURSE", savedAt: "theirs" },
    });
    write("mine");
    expect(await pushDraft(desk, key)).toEqual({ isSaved: true, beside: "uuid" });
    expect(findDraft(key)).toMatchObject({ savedAt: "theirs", version: 3 });
    const mine = draftKey("ada", "fox", { ...place, beside: "uuid" });
    expect(findDraft(mine)).toMatchObject({ savedAt: "mine", place: { beside: "uuid" } });
    expect(rows.size).toBe(2);
  });
});

describe("what another device", () => {
  test("began is here, and what it went on with", async () => {
    write("one");
    await pushDrafts(desk);
    localStorage.clear();
    await pullDrafts(desk);
    expect(wordsOf(findDraft(key))).toBe("one");
    const row = rows.get(placeName(place))!;
    rows.set(row.place, { ...row, version: 2, body: { ...Object(row.body), savedAt: "two" } });
    await pullDrafts(desk);
    expect(findDraft(key)).toMatchObject({ savedAt: "two", version: 2 });
  });

  test("posted goes from here too; what only this one has stays", async () => {
    write("one");
    await pushDrafts(desk);
    rows.clear();
    await pullDrafts(desk);
    expect(findDraft(key)).toBeNull();
    write("only here");
    await pullDrafts(desk);
    expect(wordsOf(findDraft(key))).toBe("only here");
  });
});

test("what was given up without a network does not come back, and goes from the server later", async () => {
  write("one");
  await pushDrafts(desk);
  isReachable = false;
  dropDraft(desk, key);
  await vi.waitFor(() => expect(asked.at(-1)).toBe("DELETE"));
  isReachable = true;
  await pullDrafts(desk);
  expect(findDraft(key)).toBeNull();
  expect(rows.size).toBe(0);
  expect(keptKeys("postil.gone.")).toEqual([]);
});

describe("whoever leaves this browser", () => {
  test("has it all on the server, and nothing here", async () => {
    write("one");
    expect(await saveEverything("ada")).toBe(true);
    forgetEverything("ada");
    expect(keptKeys("postil.")).toEqual([]);
    expect(rows.size).toBe(1);
  });

  test("is told where something is nowhere else", async () => {
    keep("postil.outbox.ada.fox.1", { id: "1" });
    expect(await saveEverything("ada")).toBe(false);
    expect(await saveEverything("ben")).toBe(true);
    localStorage.clear();
    write("one");
    isReachable = false;
    expect(await saveEverything("ada")).toBe(false);
  });
});
