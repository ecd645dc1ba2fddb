import { v7 as newId } from "uuid";
import { sessionCookie } from "../../e2e/support/session";
import { createMember } from "../../tests/support/factories";
import type { Scene } from "../support/course";
import { beside, medianOf, type Row } from "../support/row";

const STREAMS = 50;
const ROUNDS = 15;

/** From a POST to its arrival at the last of fifty streams, beside the time of the POST itself. */
export async function measureStreams(url: string, { assignment, cookie }: Scene): Promise<Row[]> {
  const aborter = new AbortController();
  const path = `${url}/api/v1/assignments/${assignment.id}`;
  const readers = await Promise.all(
    Array.from({ length: STREAMS }, async () => {
      const member = await createMember(assignment.courseId);
      const { name, value } = await sessionCookie(member, url);
      return openStream(`${path}/events`, `${name}=${value}`, aborter.signal);
    }),
  );
  const posts: number[] = [];
  const arrivals: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const id = newId();
    const begun = performance.now();
    const arrived = Promise.all(readers.map((reader) => reader.until(id)));
    const response = await fetch(`${path}/annotations`, {
      method: "POST",
      headers: { cookie, origin: url, "content-type": "application/json" },
      body: JSON.stringify({
        ...{ id, kind: "HIGHLIGHT", audience: "COURSE", start: 0, end: 20 },
        revisionId: assignment.revisionId,
      }),
    });
    if (response.status !== 201) throw new Error(`POST answered ${response.status}`);
    posts.push(performance.now() - begun);
    await arrived;
    arrivals.push(performance.now() - begun);
  }
  aborter.abort();
  const post: Row = { name: "POST of one annotation, alone", value: medianOf(posts), unit: "ms" };
  return [post, beside(post, `POST to the last of ${STREAMS} streams`, medianOf(arrivals))];
}

async function openStream(url: string, cookie: string, signal: AbortSignal) {
  const response = await fetch(url, { headers: { cookie }, signal });
  const reader = response.body?.getReader();
  if (!response.ok || !reader) throw new Error(`the stream answered ${response.status}`);
  const decoder = new TextDecoder();
  let heard = "";
  return {
    async until(words: string): Promise<void> {
      while (!heard.includes(words)) {
        const { value, done } = await reader.read();
        if (done) throw new Error("the stream ended");
        heard += decoder.decode(value, { stream: true });
      }
      heard = "";
    },
  };
}
