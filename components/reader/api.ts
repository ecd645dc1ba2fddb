import type { AudienceForecast } from "@/lib/annotations/audience";
import type { DraftView, SavedDraft } from "@/lib/annotations/drafts";
import type { FormerWords } from "@/lib/annotations/history";
import type { CommentImageView } from "@/lib/annotations/images";
import type { MarksView } from "@/lib/annotations/marks";
import type { MentionableView } from "@/lib/annotations/mentions";
import type { CommentView, ThreadView } from "@/lib/annotations/present";
import type { FoundComment } from "@/lib/annotations/search";
import type { SimilarThread } from "@/lib/annotations/similar";
import type { TagView } from "@/lib/annotations/tags";
import type { AssignmentView } from "@/lib/assignments/present";
import type { CommentBody } from "@/lib/editor/comment-schema";
import type { AnnotationKind, Audience, FollowState } from "@/prisma/generated/enums";
import type { ForWhom } from "./audience-choice";
import { isPast } from "./is-past";

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
  groupId?: string | undefined;
  /** Classmates see a pseudonym. */
  isAnonymous?: boolean;
  revisionId: string;
  /** Without a passage it is on the reading as a whole. */
  start?: number;
  end?: number;
  comment?: { id: string; body: CommentBody };
}

/** A comment in a thread that is there. */
export interface NewComment {
  id: string;
  body: CommentBody;
  isAnonymous?: boolean;
  /** The comment that it answers where nobody but its author and the staff can see it. */
  privateTo?: string;
}

/** What the staff can say of a thread, as the address has it. */
export type ThreadMark = "pin" | "lock" | "handover";

const ROOT = "/api/v1";

export const api = {
  listMarks: (shown: Shown) => get<MarksView>(`/assignments/${shown.id}/marks`, revisionOf(shown)),
  listThreads: (shown: Shown, ids: string[]) =>
    get<Page<ThreadView>>(`/assignments/${shown.id}/annotations`, {
      ...{ ids: ids.join(","), limit: "50" },
      ...revisionOf(shown),
    }),
  listComments: (shown: Shown, annotationId: string, cursor: string) =>
    get<Page<CommentView>>(`/annotations/${annotationId}/comments`, {
      cursor,
      ...revisionOf(shown),
    }),
  search: (shown: Shown, q: string, cursor?: string) =>
    get<Page<FoundComment>>(`/assignments/${shown.id}/search`, {
      q,
      ...(cursor && { cursor }),
      ...revisionOf(shown),
    }),
  listMentionable: (annotationId: string, q: string, signal: AbortSignal) =>
    get<MentionableView[]>(`/annotations/${annotationId}/mentionable`, { q }, signal),
  listMentionableInNew: (
    assignmentId: string,
    q: string,
    { audience, groupId }: ForWhom,
    signal: AbortSignal,
  ) =>
    get<MentionableView[]>(
      `/assignments/${assignmentId}/mentionable`,
      { q, audience, ...(groupId && { groupId }) },
      signal,
    ),
  listTags: (assignmentId: string, q: string, signal: AbortSignal) =>
    get<{ tags: TagView[]; tagsOnly: boolean }>(`/assignments/${assignmentId}/tags`, { q }, signal),
  addCommentImage: (assignmentId: string, file: Blob) =>
    request<CommentImageView>(
      `/assignments/${assignmentId}/comment-images`,
      { method: "POST", body: file },
      120_000,
    ),
  listDrafts: (assignmentId: string) => get<DraftView[]>("/drafts", { assignmentId }),
  saveDraft: (assignmentId: string, place: string, version: number, body: object) =>
    send<SavedDraft>(
      "PUT",
      `/drafts?${new URLSearchParams({ assignmentId, place })}`,
      { body },
      version,
    ),
  discardDraft: (assignmentId: string, place: string, version: number) =>
    send<null>(
      "DELETE",
      `/drafts?${new URLSearchParams({ assignmentId, place })}`,
      undefined,
      version,
    ),
  listSimilar: (
    assignmentId: string,
    { start, end }: { start: number; end: number },
    q: string,
    signal: AbortSignal,
  ) =>
    get<SimilarThread[]>(
      `/assignments/${assignmentId}/similar`,
      { start: String(start), end: String(end), q },
      signal,
    ),
  markSeen: (assignmentId: string) => send<null>("POST", `/assignments/${assignmentId}/seen`),
  tellWriting: (id: string) => send<null>("POST", `/annotations/${id}/writing`),
  createAnnotation: (assignmentId: string, input: NewAnnotation) =>
    send<ThreadView>("POST", `/assignments/${assignmentId}/annotations`, input),
  getThread: (id: string) => get<ThreadView>(`/annotations/${id}`, {}),
  postComment: (annotationId: string, input: NewComment) =>
    send<CommentView>("POST", `/annotations/${annotationId}/comments`, input),
  editComment: (comment: Versioned, body: CommentBody) =>
    send<CommentView>("PATCH", `/comments/${comment.id}`, { body }, comment.version),
  removeComment: (comment: Versioned) =>
    send<null>("DELETE", `/comments/${comment.id}`, undefined, comment.version),
  restoreComment: (id: string) => send<ThreadView>("POST", `/comments/${id}/restore`),
  answer: (id: string, isAnswered: boolean, commentId: string | null) =>
    isAnswered
      ? send<ThreadView>("PUT", `/annotations/${id}/answer`, { commentId })
      : send<ThreadView>("DELETE", `/annotations/${id}/answer`),
  history: (commentId: string) => get<FormerWords[]>(`/comments/${commentId}/history`, {}),
  vote: (commentId: string, isSet: boolean) =>
    send<CommentView>(toggled(isSet), `/comments/${commentId}/vote`),
  save: (id: string, isSet: boolean) => send<null>(toggled(isSet), `/annotations/${id}/saved`),
  mute: (voiceId: string, isSet: boolean) => send<null>(toggled(isSet), `/people/${voiceId}/mute`),
  follow: (id: string, state: FollowState | null) =>
    state
      ? send<null>("PUT", `/annotations/${id}/follow`, { state })
      : send<null>("DELETE", `/annotations/${id}/follow`),
  markThread: (id: string, mark: ThreadMark, isSet: boolean) =>
    send<ThreadView>(toggled(isSet), `/annotations/${id}/${mark}`),
  pick: (commentId: string, isSet: boolean) =>
    send<CommentView>(toggled(isSet), `/comments/${commentId}/pick`),
  hide: (commentId: string, reason: string) =>
    send<CommentView>("PUT", `/comments/${commentId}/hidden`, { reason }),
  show: (commentId: string) => send<CommentView>("DELETE", `/comments/${commentId}/hidden`),
  approve: (commentId: string) => send<CommentView>("PUT", `/comments/${commentId}/approval`),
  undoDecision: (commentId: string) =>
    send<CommentView>("DELETE", `/comments/${commentId}/decision`),
  report: (commentId: string, reason: string) =>
    send<null>("PUT", `/comments/${commentId}/report`, { reason }),
  merge: (id: string, into: string) =>
    send<ThreadView>("PUT", `/annotations/${id}/merge`, { into }),
  unmerge: (id: string) => send<ThreadView>("DELETE", `/annotations/${id}/merge`),
  open: ({ id, version }: Versioned, kind: "COMMENT" | "QUESTION", comment: NewComment) =>
    send<ThreadView>("PUT", `/annotations/${id}/opening`, { kind, comment }, version),
  close: ({ id, version }: Versioned) =>
    send<ThreadView>("DELETE", `/annotations/${id}/opening`, undefined, version),
  reattach: (annotation: Versioned, passage: { revisionId: string; start: number; end: number }) =>
    send<ThreadView>("PUT", `/annotations/${annotation.id}/anchor`, passage, annotation.version),
  undoReattaching: (annotation: Versioned) =>
    send<ThreadView>(
      "DELETE",
      `/annotations/${annotation.id}/anchor`,
      undefined,
      annotation.version,
    ),
  forecastAudience: (id: string, { audience, groupId }: ForWhom) =>
    get<AudienceForecast>(`/annotations/${id}/audience`, {
      audience,
      ...(groupId && { groupId }),
    }),
  changeAudience: (annotation: Versioned, whom: ForWhom) =>
    send<ThreadView>("PUT", `/annotations/${annotation.id}/audience`, whom, annotation.version),
  removeAnnotation: (annotation: Versioned) =>
    send<null>("DELETE", `/annotations/${annotation.id}`, undefined, annotation.version),
  restoreAnnotation: (id: string) => send<ThreadView>("POST", `/annotations/${id}/restore`),
};

interface Versioned {
  id: string;
  version: number;
}

/** The assignment on the screen, at the revision on the screen. */
type Shown = Pick<AssignmentView, "id" | "revision">;

/** Only an older revision is named: the present one may be another when the answer is made. */
function revisionOf({ revision }: Shown): Record<string, string> {
  return isPast(revision) ? { revision: String(revision.number) } : {};
}

function toggled(isSet: boolean): "PUT" | "DELETE" {
  return isSet ? "PUT" : "DELETE";
}

function get<T>(path: string, query: Record<string, string>, signal?: AbortSignal): Promise<T> {
  const search = new URLSearchParams(query).toString();
  return request<T>(search ? `${path}?${search}` : path, {
    method: "GET",
    ...(signal && { signal }),
  });
}

/** Sends JSON; a version goes as If-Match. @throws Refused, Unreachable */
export function send<T>(
  method: string,
  path: string,
  body?: unknown,
  version?: number,
): Promise<T> {
  const headers = new Headers();
  if (body !== undefined) headers.set("content-type", "application/json");
  if (version !== undefined) headers.set("if-match", `"${version}"`);
  return request<T>(path, { method, headers, body: JSON.stringify(body) });
}

/** @throws Refused, Unreachable */
export async function request<T>(path: string, init: RequestInit, patienceMs = 30_000): Promise<T> {
  let response: Response;
  try {
    response = await fetch(ROOT + path, { ...init, signal: signalOf(init, patienceMs) });
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

/** Ends with whoever asked, and with patience. */
function signalOf({ signal }: RequestInit, patienceMs: number): AbortSignal {
  const late = AbortSignal.timeout(patienceMs);
  return signal ? AbortSignal.any([signal, late]) : late;
}
