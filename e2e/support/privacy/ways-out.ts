import { announceWriting } from "@/lib/events/presence";
import { COMMON_WORD, type Discussion, LAST } from "./discussion";
import { type Secret, wordOf } from "./secrets";

/** A way in which words leave the server. */
export interface WayOut {
  name: string;
  path: string;
  headers?: Record<string, string>;
  /** Whether a secret stands in it for whoever may have it; others may stand there too. */
  carries(secret: Secret): boolean;
  /** What of an answer tells something; all of it unless said otherwise. */
  hear?(response: Response): Promise<string>;
  /** It names everybody in the course, whether they write or not. */
  namesMembers?: true;
  /** It says of threads that were for everybody that they went. */
  namesWhatWent?: true;
}

const nothing = () => false;
const isWords = ({ kind }: Secret) => kind === "words";

/** Of what is tagged, what somebody may read: its tag is its word. */
const isTag = ({ kind, thing }: Secret) =>
  kind === "words" && ["course", "group", "instructors", "onlyMe", "hiddenNow"].includes(thing);

/** Every way out of the server that a discussion has, with whatever somebody would have to know. */
export function waysOut(discussion: Discussion, secrets: readonly Secret[]): WayOut[] {
  const { assignment, course } = discussion;
  const api = `/api/v1/assignments/${assignment.id}`;
  const threads = new Set(secrets.flatMap(({ threadId }) => threadId ?? []));
  const comments = new Set(secrets.flatMap(({ commentId }) => commentId ?? []));
  const inThreads = (secret: Secret) => isWords(secret) || secret.kind === "author";
  return [
    { name: "reading page", path: `/read/${assignment.id}`, carries: inThreads },
    {
      ...{ name: "reading page, payload", path: `/read/${assignment.id}?_rsc`, carries: inThreads },
      headers: { rsc: "1" },
    },
    { name: "discussion page", path: `/read/${assignment.id}/discussion`, carries: isWords },
    { name: "home", path: "/home", carries: nothing },
    { name: "course", path: `/courses/${course.id}`, carries: nothing },
    { name: "people", path: `/courses/${course.id}/people`, carries: nothing, namesMembers: true },
    ...ofScores(discussion),
    { name: "threads", path: `${api}/annotations?limit=100`, carries: inThreads },
    {
      name: "threads by id",
      path: `${api}/annotations?ids=${[...threads].slice(0, 50).join(",")}`,
      carries: inThreads,
    },
    ...ofEarlier(discussion),
    {
      ...{ name: "marks", path: `${api}/marks` },
      carries: (secret) => secret.kind === "author" || isTag(secret),
    },
    { name: "search", path: `${api}/search?q=${COMMON_WORD}&limit=50`, carries: isWords },
    ...["hiddenReason", "hidden", "draft"].map((thing) => ({
      ...{ name: `search for ${thing}`, path: `${api}/search?q=${wordOf(thing)}&limit=50` },
      carries: nothing,
    })),
    {
      ...{ name: "events", path: `${api}/events?after=${discussion.cursor}` },
      ...{ carries: isWords, hear, namesWhatWent: true },
    },
    {
      ...{ name: "presence", path: `${api}/events` },
      carries: ({ kind, thing }) => kind === "thread" && !isOwnThread(thing),
      hear: (response) => hearWriting(response, discussion, [...threads]),
    },
    { name: "tags", path: `${api}/tags?q=sesame`, carries: nothing },
    { name: "place", path: `${api}/place`, carries: nothing },
    {
      ...{ name: "drafts", path: `/api/v1/drafts?assignmentId=${assignment.id}` },
      carries: ({ thing }) => thing === "draft" || thing === "anonymousDraft",
    },
    {
      ...{ name: "own", path: `${api}/own` },
      carries: ({ thing }) => thing === "saved" || thing === "vote",
      hear: async (response) => named(await response.text(), discussion.keeps),
    },
    ...(["COURSE", "GROUP", "INSTRUCTORS", "ONLY_ME"] as const).map((audience) => ({
      ...{ name: `mentionable for ${audience}`, carries: nothing, namesMembers: true as const },
      path: `${api}/mentionable?q=&audience=${audience}`,
    })),
    ...[...threads].flatMap((id) => ofThread(id)),
    ...[...comments].flatMap((id) => ofComment(id)),
    ...[...discussion.images].map(([thing, id]) => ({
      ...{ name: `image of ${thing}`, path: `/api/v1/comment-images/${id}` },
      carries: (secret: Secret) => secret.thing === thing,
      hear: async ({ ok }: Response) => (ok ? wordOf(thing) : ""),
    })),
  ];
}

/** Everybody's own score, and the gradebook with the scores of everybody who wrote. */
function ofScores({ assignment, course, people }: Discussion): WayOut[] {
  const book = `/courses/${course.id}/gradebook`;
  const carries = nothing;
  const cells = Object.entries(people).map(([name, { id }]) => ({
    ...{ name: `score of ${name}`, path: `${book}/${assignment.id}/${id}`, carries },
    // The page repeats its own address, and whoever asks gave the id.
    hear: async (response: Response) => (await response.text()).replaceAll(id, ""),
  }));
  return [
    { name: "progress page", path: `/read/${assignment.id}/progress`, carries },
    { name: "progress", path: `/api/v1/assignments/${assignment.id}/progress`, carries },
    { name: "gradebook", path: book, carries, namesMembers: true as const },
    { name: "columns", path: `/api/v1${book}?assignments=${assignment.id}`, carries },
    ...cells,
  ];
}

/** The same beside the text that the course read before. */
function ofEarlier({ assignment: { id } }: Discussion): WayOut[] {
  const api = `/api/v1/assignments/${id}`;
  const carries = (secret: Secret) => isWords(secret) && secret.thing !== LAST;
  return [
    { name: "earlier threads", path: `${api}/annotations?limit=100&revision=1`, carries },
    { name: "earlier marks", path: `${api}/marks?revision=1`, carries: isTag },
    { name: "earlier search", path: `${api}/search?q=${COMMON_WORD}&limit=50&revision=1`, carries },
    { name: "earlier page", path: `/read/${id}?revision=1`, carries },
    { name: "comparison", path: `/read/${id}/compare`, carries: nothing },
  ];
}

function ofThread(id: string): WayOut[] {
  const path = `/api/v1/annotations/${id}`;
  const carries = (secret: Secret) => isWords(secret) && secret.threadId === id;
  return [
    { name: "thread", path, carries },
    { name: "comments", path: `${path}/comments?limit=100`, carries },
    { name: "audience", path: `${path}/audience?audience=COURSE`, carries: nothing },
    {
      ...{ name: "mentionable in a thread", path: `${path}/mentionable?q=` },
      ...{ carries: nothing, namesMembers: true },
    },
  ];
}

function ofComment(id: string): WayOut[] {
  const path = `/api/v1/comments/${id}`;
  return [
    {
      ...{ name: "comment", path },
      carries: (secret) => isWords(secret) && secret.commentId === id,
    },
    {
      ...{ name: "history", path: `${path}/history` },
      carries: ({ kind, commentId }) => kind === "former" && commentId === id,
    },
  ];
}

/** All that a stream says until it has told of the last thing. */
async function hear(response: Response): Promise<string> {
  if (!response.ok || !response.body) return response.text();
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let heard = "";
  while (!heard.includes(wordOf(LAST))) {
    const { value, done } = await reader.read();
    if (done) break;
    heard += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return heard;
}

/** Nobody but who writes reads it, and to them it is not told. */
function isOwnThread(thing: string): boolean {
  return /of (onlyMe|staffOnlyMe|anonymousOnlyMe|narrowed)$/.test(thing);
}

/** What a stream says of who is there, and of people who write in every thread there is. */
async function hearWriting(
  response: Response,
  { assignment, people, voice, last }: Discussion,
  threads: string[],
): Promise<string> {
  if (!response.ok || !response.body) return response.text();
  const writers = [voice, people.author, people.removed, people.instructor, people.assistant];
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let heard = "";
  let isWritten = false;
  while (!(isWritten && heard.split("event: writing").at(-1)?.includes(last))) {
    const { value, done } = await reader.read();
    if (done) break;
    heard += decoder.decode(value, { stream: true });
    if (isWritten || !heard.includes("event: presence")) continue;
    isWritten = true;
    for (const annotationId of [...threads.filter((id) => id !== last), last]) {
      for (const { id: userId } of writers) {
        await announceWriting({ assignmentId: assignment.id, annotationId, userId });
      }
    }
  }
  await reader.cancel();
  return heard;
}

/** Words of things that are told of by nothing but an id. */
function named(body: string, things: ReadonlyMap<string, string>): string {
  return [...things].map(([id, thing]) => (body.includes(id) ? wordOf(thing) : "")).join(" ");
}
