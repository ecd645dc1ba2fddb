import type { MarksView } from "@/lib/annotations/marks";
import type { CommentView, ThreadView } from "@/lib/annotations/present";
import type { CommentBody } from "@/lib/editor/comment-schema";
import type { AnnotationKind, Audience } from "@/prisma/generated/enums";

/** The server said no; `message` says why, in words for the reader. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

/** No answer, or one that may be different later: the same request is worth sending again. */
export class Unreachable extends Error {
  constructor(readonly retryAfterMs?: number) {
    super("unreachable");
  }
}

interface Page<T> {
  rows: T[];
  nextCursor: string | null;
}

export interface NewAnnotation {
  id: string;
  kind: AnnotationKind;
  audience: Audience;
  revisionId: string;
  start: number;
  end: number;
  comment?: { id: string; body: CommentBody };
}

const ROOT = "/api/v1";

export const api = {
  listMarks: (assignmentId: string) => get<MarksView>(`/assignments/${assignmentId}/marks`),
  listThreads: (assignmentId: string, ids: string[]) =>
    get<Page<ThreadView>>(`/assignments/${assignmentId}/annotations?ids=${ids.join(",")}&limit=50`),
  listComments: (annotationId: string, cursor: string) =>
    get<Page<CommentView>>(`/annotations/${annotationId}/comments?cursor=${cursor}`),
  markSeen: (assignmentId: string) => send<null>("POST", `/assignments/${assignmentId}/seen`),
  createAnnotation: (assignmentId: string, input: NewAnnotation) =>
    send<ThreadView>("POST", `/assignments/${assignmentId}/annotations`, input),
  postComment: (annotationId: string, input: { id: string; body: CommentBody }) =>
    send<CommentView>("POST", `/annotations/${annotationId}/comments`, input),
  editComment: (comment: Versioned, body: CommentBody) =>
    send<CommentView>("PATCH", `/comments/${comment.id}`, { body }, comment.version),
  removeComment: (comment: Versioned) =>
    send<null>("DELETE", `/comments/${comment.id}`, undefined, comment.version),
  restoreComment: (id: string) => send<ThreadView>("POST", `/comments/${id}/restore`),
  answer: (annotation: Versioned, isAnswered: boolean) =>
    send<ThreadView>("PATCH", `/annotations/${annotation.id}`, { isAnswered }, annotation.version),
  removeAnnotation: (annotation: Versioned) =>
    send<null>("DELETE", `/annotations/${annotation.id}`, undefined, annotation.version),
  restoreAnnotation: (id: string) => send<ThreadView>("POST", `/annotations/${id}/restore`),
};

interface Versioned {
  id: string;
  version: number;
}

function get<T>(path: string): Promise<T> {
  return request<T>(path, { method: "GET" });
}

function send<T>(method: string, path: string, body?: unknown, version?: number): Promise<T> {
  const headers = new Headers();
  if (body !== undefined) headers.set("content-type", "application/json");
  if (version !== undefined) headers.set("if-match", `"${version}"`);
  return request<T>(path, { method, headers, body: JSON.stringify(body) });
}

/** @throws Refused, Unreachable */
async function request<T>(path: string, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(ROOT + path, { ...init, signal: AbortSignal.timeout(30_000) });
  } catch {
    throw new Unreachable();
  }
  if (response.status === 204) return null as T;
  if (response.ok) return (await response.json()) as T;
  if (response.status >= 500 || response.status === 429) {
    const seconds = Number(response.headers.get("retry-after") ?? "");
    throw new Unreachable(seconds > 0 ? seconds * 1000 : undefined);
  }
  const problem: { detail?: string } = await response.json().catch(() => ({}));
  throw new Refused(problem.detail ?? response.statusText, response.status);
}
