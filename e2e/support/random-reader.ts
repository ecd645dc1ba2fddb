import { setTimeout as pause } from "node:timers/promises";
import { EventSource } from "eventsource";
import { v7 as newId } from "uuid";
import { applyLive, type ThreadMessage } from "@/components/reader/apply-live";
import { createReaderStore } from "@/components/reader/store";
import { getLiveCursor } from "@/lib/annotations/live";
import type { MarksView } from "@/lib/annotations/marks";
import type { OwnView } from "@/lib/annotations/own";
import type { CommentView, ThreadView } from "@/lib/annotations/present";
import type { Page } from "@/lib/annotations/queries";
import type { Assignment, Member } from "../../tests/support/factories";
import { sessionCookie } from "./session";

export type RandomReader = Awaited<ReturnType<typeof openRandomReader>>;

/** What a page knows of a reading, in a form that two pages can be compared by. */
type Knowledge = Record<string, unknown>;

const RETRY_MS = 250;

/**
 * A reading page without a browser: the store, the live messages and the way of sending that the
 * page has, driven by numbers of `random` instead of by a person.
 */
export async function openRandomReader(
  url: string,
  { assignment, member, random }: { assignment: Assignment; member: Member; random: () => number },
) {
  const { name, value } = await sessionCookie(member, url);
  const headers = { cookie: `${name}=${value}`, origin: url };
  const root = `${url}/api/v1`;
  const store = createReaderStore([], member.id);
  /** Comments that the server has said it keeps. */
  const kept = new Set<string>();
  /** Those that the server has said they voted for. */
  const voted = new Set<string>();
  let source: EventSource | undefined;
  let last = await getLiveCursor(assignment.id);

  /** Sends until there is an answer that says yes or no, as the outbox of the page does. */
  async function send<T>(method: string, path: string, body?: unknown, version?: number) {
    for (;;) {
      const init = {
        method,
        headers: {
          ...headers,
          ...(body ? { "content-type": "application/json" } : {}),
          ...(version ? { "if-match": `"${version}"` } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      };
      // An answer may break off in the middle, when its server is killed.
      const answered = await fetch(root + path, init)
        .then(async (response) => ({ response, text: await response.text() }))
        .catch(() => null);
      if (answered && answered.response.status < 500 && answered.response.status !== 429) {
        const { response, text } = answered;
        return { ok: response.ok, answer: response.ok && text ? (JSON.parse(text) as T) : null };
      }
      await pause(RETRY_MS);
    }
  }

  async function read<T>(path: string): Promise<T> {
    const { ok, answer } = await send<T>("GET", path);
    if (!ok || !answer) throw new Error(`GET ${path} was refused`);
    return answer;
  }

  function follow(): void {
    const path = `/assignments/${assignment.id}/events?after=${encodeURIComponent(last)}`;
    const made = new EventSource(root + path, {
      fetch: (to, init) => fetch(to, { ...init, headers: { ...init.headers, ...headers } }),
    });
    source = made;
    const again = () => {
      made.close();
      if (source === made) setTimeout(() => source === made && follow(), RETRY_MS);
    };
    for (const type of ["thread", "comment", "removed"] as const) {
      made.addEventListener(type, (event) => {
        last = event.lastEventId;
        applyLive(store, { type, ...JSON.parse(event.data) } as ThreadMessage);
      });
    }
    made.addEventListener("reset", async (event) => {
      last = event.lastEventId;
      store.reload(await read<MarksView>(`/assignments/${assignment.id}/marks`));
    });
    made.addEventListener("end", again);
    made.addEventListener("error", () => {
      if (made.readyState === made.CLOSED) again();
    });
  }

  function leave(): void {
    source?.close();
    source = undefined;
  }

  const oneOf = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const body = () => ({
    type: "doc",
    content: [{ type: "paragraph", content: [{ type: "text", text: `Words ${random()}` }] }],
  });
  const known = () => [...store.getState().threads.values()];
  const mine = () =>
    known().flatMap(({ comments }) =>
      comments.filter(({ author, can }) => author?.id === member.id && can.edit),
    );

  async function annotate(kind: "HIGHLIGHT" | "COMMENT" | "QUESTION"): Promise<void> {
    const start = Math.floor(random() * (assignment.text.length - 10));
    const comment = { id: newId(), body: body() };
    const { ok } = await send<ThreadView>("POST", `/assignments/${assignment.id}/annotations`, {
      ...{ id: newId(), kind, audience: "COURSE", revisionId: assignment.revisionId },
      ...{ start, end: start + 8 },
      ...(kind === "HIGHLIGHT" ? {} : { comment }),
    });
    if (ok && kind !== "HIGHLIGHT") kept.add(comment.id);
  }

  async function reply(): Promise<void> {
    const thread = oneOf(known().filter(({ can }) => can.reply));
    if (!thread) return;
    const input = { id: newId(), body: body() };
    const { ok } = await send<CommentView>("POST", `/annotations/${thread.id}/comments`, input);
    if (ok) kept.add(input.id);
  }

  async function edit(): Promise<void> {
    const comment = oneOf(mine());
    if (comment) await send("PATCH", `/comments/${comment.id}`, { body: body() }, comment.version);
  }

  async function remove(): Promise<void> {
    const comment = oneOf(mine());
    if (!comment) return;
    const { ok } = await send("DELETE", `/comments/${comment.id}`, undefined, comment.version);
    if (ok && random() < 0.3) await send("POST", `/comments/${comment.id}/restore`);
  }

  /** Votes for what somebody else says, or says that they ask it too; or takes that back. */
  async function vote(): Promise<void> {
    const others = known().flatMap(({ comments }) => comments.filter(({ can }) => can.vote));
    const comment = oneOf(others.filter(({ isOpening }) => isOpening || random() < 0.3));
    if (!comment) return;
    const isVoted = !voted.has(comment.id);
    const { ok } = await send(isVoted ? "PUT" : "DELETE", `/comments/${comment.id}/vote`);
    if (!ok) return;
    if (isVoted) voted.add(comment.id);
    else voted.delete(comment.id);
  }

  follow();
  return {
    member,
    kept,
    leave,
    /** Does one of the things that people do; now and then loses the connection and comes back. */
    async act(): Promise<void> {
      const dice = random();
      if (dice < 0.12) await annotate("HIGHLIGHT");
      else if (dice < 0.26) await annotate(random() < 0.5 ? "COMMENT" : "QUESTION");
      else if (dice < 0.5) await reply();
      else if (dice < 0.6) await edit();
      else if (dice < 0.68) await remove();
      else if (dice < 0.92) await vote();
      else {
        leave();
        await pause(random() * 2_000);
        follow();
      }
    },
    /** What this page knows, and what one that is opened now knows of the same. */
    async compare(): Promise<{ known: Knowledge; fresh: Knowledge }> {
      const { marks, threads } = store.getState();
      const loaded = [...threads.values()].filter(({ nextCursor }) => nextCursor === null);
      const fresh = createReaderStore([], member.id);
      fresh.addMarks(await read<MarksView>(`/assignments/${assignment.id}/marks`));
      for (let at = 0; at < loaded.length; at += 50) {
        const ids = loaded.slice(at, at + 50).map(({ id }) => id);
        const path = `/assignments/${assignment.id}/annotations?limit=50&ids=${ids.join(",")}`;
        fresh.putThreads((await read<Page<ThreadView>>(path)).rows);
      }
      const ids = loaded.map(({ id }) => id);
      const own = await read<OwnView>(`/assignments/${assignment.id}/own`);
      return {
        known: { ...contentsOf({ marks, threads }, ids), votedIds: [...voted].sort() },
        fresh: { ...contentsOf(fresh.getState(), ids), votedIds: own.votedIds.sort() },
      };
    },
  };
}

type Shown = Pick<
  ReturnType<ReturnType<typeof createReaderStore>["getState"]>,
  "marks" | "threads"
>;

function contentsOf({ marks, threads }: Shown, loaded: readonly string[]): Knowledge {
  return {
    marks: marks.ordered.map(({ id, start, end, kind, commentCount, isAnswered, voteCount }) => [
      ...[id, start, end, kind, commentCount, isAnswered, voteCount],
    ]),
    threads: loaded.map((id) => [
      id,
      threads.get(id)?.comments.map(({ id, version, body, isDeleted, voteCount }) => ({
        ...{ id, version, body, isDeleted, voteCount },
      })),
    ]),
  };
}
