import type { APIResponse, Page } from "@playwright/test";
import { v7 as newId } from "uuid";

import { annotationOf, bodyOf } from "../tests/support/factories";
import { allowAnonymity } from "../tests/support/groups";
import { expect, test } from "./support/test";

/** Sends to the API as the page's person would: from this site, with their cookie. */
function send(
  page: Page,
  baseURL: string | undefined,
  method: string,
  path: string,
  data?: unknown,
) {
  const version = { "if-match": '"1"' };
  const headers = { origin: baseURL ?? "", ...version };
  return page.request.fetch(`/api/v1${path}`, { method, headers, ...(data ? { data } : {}) });
}

async function statusOf(response: Promise<APIResponse>): Promise<number> {
  return (await response).status();
}

test("what one does in a discussion is done once, however often it is sent", async ({
  classroom,
  signIn,
  baseURL,
}) => {
  const { assignment } = classroom;
  await allowAnonymity(assignment.id);
  const [ada, ben, teacher] = await Promise.all([
    signIn(await classroom.enrol("Ada")),
    signIn(await classroom.enrol("Ben")),
    signIn(await classroom.enrol("Teacher", "INSTRUCTOR")),
  ]);
  const input = annotationOf(assignment, "brown fox", { kind: "QUESTION", says: "Why brown?" });
  const notes = `/assignments/${assignment.id}/annotations`;
  const question = { ...input, isAnonymous: true };
  expect(await statusOf(send(ada, baseURL, "POST", notes, question))).toBe(201);
  const thread = `/annotations/${input.id}`;
  const opening = `/comments/${input.comment?.id}`;
  const answer = { id: newId(), body: bodyOf("All foxes are.") };
  expect(await statusOf(send(ben, baseURL, "POST", `${thread}/comments`, answer))).toBe(201);

  for (const path of [`${opening}/vote`, `${thread}/saved`, `${thread}/seen`]) {
    const twice = [1, 2].map(() => statusOf(send(ben, baseURL, "PUT", path)));
    for (const status of await Promise.all(twice)) expect([200, 204]).toContain(status);
  }
  const answering = { commentId: answer.id };
  expect(await statusOf(send(ada, baseURL, "PUT", `${thread}/answer`, answering))).toBe(200);
  for (const path of [`${thread}/pin`, `${thread}/handover`, `${opening}/pick`]) {
    expect(await statusOf(send(ben, baseURL, "PUT", path))).toBe(403);
    expect(await statusOf(send(teacher, baseURL, "PUT", path))).toBe(200);
  }

  const seen = await (await send(ben, baseURL, "GET", thread)).json();
  expect(seen).toMatchObject({ isPinned: true, answerId: answer.id, commentCount: 2 });
  expect(seen.comments[0]).toMatchObject({ voteCount: 1, isPicked: true });
  expect(JSON.stringify(seen)).not.toContain("Ada");
  const own = await (await send(ben, baseURL, "GET", `/assignments/${assignment.id}/own`)).json();
  expect(own).toMatchObject({ votedIds: [input.comment?.id], savedIds: [input.id] });
  const history = await send(ben, baseURL, "GET", `${opening}/history`);
  expect(await history.json()).toEqual([]);
});

test("what one is writing comes along to another device", async ({
  classroom,
  signIn,
  baseURL,
}) => {
  const member = await classroom.enrol("Ada");
  const [laptop, phone] = [await signIn(member), await signIn(member)];
  const query = `assignmentId=${classroom.assignment.id}&place=new`;
  const draft = { body: { text: "Why" } };
  expect(await statusOf(send(laptop, baseURL, "PUT", `/drafts?${query}`, draft))).toBe(200);
  const kept = await (await send(phone, baseURL, "GET", `/drafts?${query}`)).json();
  expect(kept).toMatchObject([{ place: "new", version: 1, body: { text: "Why" } }]);
  expect(await statusOf(send(phone, baseURL, "DELETE", `/drafts?${query}`))).toBe(204);
  const left = await (await send(laptop, baseURL, "GET", `/drafts?${query}`)).json();
  expect(left).toEqual([]);
});
