import { expect, test } from "@playwright/test";

import type { MarksView } from "@/lib/annotations/marks";
import { commentAbilities } from "@/lib/annotations/policy";
import type { ThreadView } from "@/lib/annotations/present";
import type { Page } from "@/lib/annotations/queries";
import { db } from "@/lib/db";

import { type Discussion, makeDiscussion } from "./support/privacy/discussion";
import { feedOf, furtherWays, mailsTo } from "./support/privacy/further-ways";
import { asTable, type Finding, judge } from "./support/privacy/leaks";
import { findViewer, listSecrets, type Secret } from "./support/privacy/secrets";
import { type WayOut, waysOut } from "./support/privacy/ways-out";
import { sessionCookie } from "./support/session";

/** Somebody who asks, and by whose rights what they hear is judged. */
interface Asking {
  name: string;
  person: { id: string; sessionEpoch: number } | null;
  rightsOf?: { id: string } | null;
}

interface Made {
  discussion: Discussion;
  secrets: Secret[];
  ways: WayOut[];
}

const SILENCE_MS = 60_000;

async function ask(
  url: string,
  { name, person, rightsOf = person }: Asking,
  { discussion, secrets, ways }: Made,
): Promise<Finding[]> {
  const viewer = await findViewer(rightsOf?.id ?? null, discussion.assignment.id);
  const session = person && (await sessionCookie(person, url));
  const cookie = session ? `${session.name}=${session.value}` : "";
  const found = ways.map(async (wayOut) => {
    const response = await fetch(url + wayOut.path, {
      headers: { cookie, ...wayOut.headers },
      redirect: "manual",
      signal: AbortSignal.timeout(SILENCE_MS),
    });
    expect(response.status, `${wayOut.name} for ${name}`).toBeLessThan(500);
    const body = await (wayOut.hear?.(response) ?? response.text());
    return judge({ name, viewer, wayOut, body }, secrets);
  });
  return (await Promise.all(found)).flat();
}

/** What mails say is judged as what is asked for is. */
async function readMails({ name, person, rightsOf = person }: Asking, made: Made) {
  const viewer = await findViewer(rightsOf?.id ?? null, made.discussion.assignment.id);
  const wayOut = { name: "mail", path: "", carries: () => false };
  return judge({ name, viewer, wayOut, body: await mailsTo(person?.id ?? "") }, made.secrets);
}

test("each way out gives everybody just what the policy lets them have", async ({ baseURL }) => {
  const discussion = await makeDiscussion();
  const secrets = await listSecrets(discussion);
  const ways = waysOut(discussion, secrets);
  const made = { discussion, secrets, ways };
  const { people } = discussion;

  const findings: Finding[] = [];
  for (const [name, person] of Object.entries(people)) {
    findings.push(...(await ask(baseURL ?? "", { name, person }, made)));
  }
  findings.push(...(await ask(baseURL ?? "", { name: "signed out", person: null }, made)));
  expect(asTable(findings)).toBe("");

  // That it can fail: what one person hears is judged by the rights of another.
  const pretending = { name: "other", person: people.instructor, rightsOf: people.other };
  const leaking = await ask(baseURL ?? "", pretending, made);
  const leaks = (wayOut: string, thing: string) =>
    expect(leaking).toContainEqual({ viewer: "other", wayOut, thing, fault: "LEAKS" });
  for (const wayOut of ["reading page", "threads", "search", "events", "tags", "comments"]) {
    leaks(wayOut, "hiddenNow");
  }
  leaks("history", "hidden");
  leaks("presence", "that there is a thread of group");
  leaks("image of group", "group");
  leaks("marks", "the name behind a pseudonym");
  const deaf = { name: "author", person: people.classmate, rightsOf: people.author };
  expect(asTable(await ask(baseURL ?? "", deaf, made))).toMatch(
    /^author +threads +onlyMe +is missing$/m,
  );
});

test("what leads beyond the reading, pages of the staff, feeds, files and mails tell nobody more", async ({
  baseURL,
}) => {
  const discussion = await makeDiscussion();
  const secrets = await listSecrets(discussion);
  const made = { discussion, secrets, ways: furtherWays(discussion) };
  const url = baseURL ?? "";
  const { people } = discussion;

  const findings: Finding[] = [];
  for (const [name, person] of Object.entries(people)) {
    findings.push(...(await ask(url, { name, person }, made)));
    findings.push(...(await readMails({ name, person }, made)));
  }
  findings.push(...(await ask(url, { name: "signed out", person: null }, made)));
  const feed = { ...made, ways: [feedOf(discussion)] };
  for (const person of [people.stranger, people.instructor, null]) {
    findings.push(...(await ask(url, { name: "feed", person, rightsOf: people.silent }, feed)));
  }
  expect(asTable(findings)).toBe("");

  // That it can fail.
  const pretending = { name: "other", person: people.instructor, rightsOf: people.other };
  const leaking = [
    ...(await ask(url, pretending, made)),
    ...(await readMails(pretending, made)),
    ...(await ask(url, { name: "other", person: null, rightsOf: people.stranger }, feed)),
  ];
  const leaks = (wayOut: string, thing: string) =>
    expect(leaking).toContainEqual({ viewer: "other", wayOut, thing, fault: "LEAKS" });
  for (const way of ["export as markdown", "export as csv", "notebook"]) leaks(way, "private");
  leaks("export of a person", "group");
  leaks("search of all", "instructors");
  leaks("search of all for hiddenNow", "hiddenNow");
  leaks("moderation", "held");
  leaks("inbox, answers", "held");
  leaks("mail", "held");
  leaks("feed", "course");
});

test("numbers count what somebody may read, and nothing else", async ({ baseURL }) => {
  const discussion = await makeDiscussion();
  const { assignment, people } = discussion;
  const rows = await db.comment.findMany({
    where: { assignmentId: assignment.id },
    include: { annotation: true },
  });
  const counted: Record<string, number[]> = {};
  const readable: Record<string, number[]> = {};
  for (const [name, person] of Object.entries(people)) {
    const viewer = await findViewer(person.id, assignment.id);
    const session = await sessionCookie(person, baseURL ?? "");
    const headers = { cookie: `${session.name}=${session.value}` };
    const get = async (path: string) => {
      const response = await fetch(`${baseURL}/api/v1/assignments/${assignment.id}/${path}`, {
        headers,
      });
      return response.ok ? response.json() : null;
    };
    const sum = (numbers: number[]) => numbers.reduce((all, each) => all + each, 0);
    const marks: MarksView | null = await get("marks");
    const threads: Page<ThreadView> | null = await get("annotations?limit=100");
    const seen = rows.flatMap((row) => {
      const can = viewer && commentAbilities(viewer, row.annotation, row);
      return can?.read && row.deletedAt === null ? [{ ...row, can }] : [];
    });
    const openings = seen.filter(
      ({ isOpening, mergedFromId, can }) => isOpening && !mergedFromId && can.readWords,
    );
    counted[name] = [
      sum(marks?.commentCounts ?? []),
      sum((threads?.rows ?? []).map(({ commentCount }) => commentCount)),
      sum(marks?.voteCounts ?? []),
      sum((threads?.rows ?? []).map(({ voteCount }) => voteCount)),
    ];
    const votes = sum(openings.map(({ voteCount }) => voteCount));
    readable[name] = [seen.length, seen.length, votes, votes];
  }
  expect(counted).toEqual(readable);
  expect(new Set(Object.values(counted).map(String)).size).toBeGreaterThan(4);
});
