import { setTimeout as pause } from "node:timers/promises";
import { v7 as newId } from "uuid";

import { sessionCookie } from "./session";

/** Somebody who writes one comment after another, and sends each until it is answered for. */
export interface SteadyWriter {
  /** Comments that a server has said it keeps, with their words. */
  kept: Map<string, string>;
  /** How often something had to be sent again. */
  again: number;
  /** Writes no more, once the last is answered for. */
  stop(): Promise<void>;
}

interface Writing {
  person: { id: string; sessionEpoch: number };
  assignment: { id: string; revisionId: string };
  /** The instances, in turn. */
  urls: string[];
  restMs: number;
}

const RETRY_MS = 200;
const PATIENCE_MS = 5_000;

export function startWriting({ person, assignment, urls, restMs }: Writing): SteadyWriter {
  let isStopped = false;
  let sent = 0;
  const writer = { kept: new Map<string, string>(), again: 0, stop };
  const writing = write();

  async function write(): Promise<void> {
    while (!isStopped) {
      const words = `Words ${sent} of ${person.id}`;
      const comment = { id: newId(), body: bodyOf(words) };
      const note = { ...{ id: newId(), kind: "COMMENT", audience: "COURSE" }, comment };
      await send({ ...note, revisionId: assignment.revisionId, start: sent, end: sent + 8 });
      writer.kept.set(comment.id, words);
      await pause(restMs);
    }
  }

  /** As the outbox of the page: until a server says that it has it. */
  async function send(input: object): Promise<void> {
    for (;;) {
      const url = urls[sent++ % urls.length] ?? "";
      const { name, value } = await sessionCookie(person, url);
      const answer = await fetch(`${url}/api/v1/assignments/${assignment.id}/annotations`, {
        method: "POST",
        headers: { cookie: `${name}=${value}`, origin: url, "content-type": "application/json" },
        body: JSON.stringify(input),
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
        // An answer may break off in the middle: then nothing was said.
        .then(async (response) => ({ status: response.status, text: await response.text() }))
        .catch(() => null);
      if (answer && answer.status < 300) return;
      if (answer && answer.status < 500 && answer.status !== 429) {
        throw new Error(`refused with ${answer.status}: ${answer.text}`);
      }
      writer.again += 1;
      await pause(RETRY_MS);
    }
  }

  async function stop(): Promise<void> {
    isStopped = true;
    await writing;
  }
  return writer;
}

function bodyOf(words: string) {
  const paragraph = { type: "paragraph", content: [{ type: "text", text: words }] };
  return { type: "doc", content: [paragraph] };
}
