import { expect, test } from "@playwright/test";

import { type Discussion, makeDiscussion } from "./support/privacy/discussion";
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

const SILENCE_MS = 60_000;

async function ask(
  url: string,
  { name, person, rightsOf = person }: Asking,
  { discussion, secrets, ways }: { discussion: Discussion; secrets: Secret[]; ways: WayOut[] },
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
