import "server-only";

import { type DiscussionView, getDiscussion } from "@/lib/annotations/discussion";
import type { CommentView, ThreadView } from "@/lib/annotations/present";
import { listComments } from "@/lib/annotations/queries";
import type { AssignmentCard } from "@/lib/assignments/present";
import type { CourseView } from "@/lib/courses/present";
import { commentSchema } from "@/lib/editor/comment-schema";
import { escapeText, renderHtml } from "@/lib/editor/reading-html";

/** The sentences of the pages. */
export interface ExportWords {
  back: string;
  /** Said in place of words that are gone. */
  deleted: string;
  onWhole: string;
  detached: string;
  highlightedBy(name: string): string;
  /** That threads were left out of a page. */
  more(count: number): string;
  moment(iso: string): string;
}

type Exported = AssignmentCard & { file: string };

const COMMENTS_AT_ONCE = 100;

/** The page from which all others are reached. */
export async function* indexPage(
  course: CourseView,
  readings: readonly Exported[],
): AsyncGenerator<string> {
  yield beginning(course.title);
  yield `<h1>${escapeText(course.title)}</h1><p>${escapeText(course.term)}</p><ol>`;
  for (const { file, title } of readings) {
    yield `<li><a href="${file}">${escapeText(title)}</a></li>`;
  }
  yield `</ol><p><a href="posts.csv">posts.csv</a> · <a href="annotations.jsonld">annotations.jsonld</a></p>`;
  yield END;
}

/** A reading with its discussion between the blocks. */
export async function* writeReading(
  userId: string,
  { id, title }: Exported,
  words: ExportWords,
): AsyncGenerator<string> {
  yield beginning(title);
  yield `<p><a href="../index.html">${escapeText(words.back)}</a></p><h1>${escapeText(title)}</h1>`;
  let from: number | null = 0;
  while (from !== null) {
    const page: DiscussionView = await getDiscussion(userId, id, from);
    yield* group(userId, words.onWhole, page.whole, words);
    for (const piece of page.pieces) {
      yield piece.html;
      yield* threads(userId, piece.discussion, words);
    }
    yield* group(userId, words.detached, page.detached, words);
    from = page.next;
  }
  yield END;
}

async function* group(
  userId: string,
  title: string,
  found: DiscussionView["whole"],
  words: ExportWords,
): AsyncGenerator<string> {
  if (!found.threads.some(isShared)) return;
  yield `<h2>${escapeText(title)}</h2>`;
  yield* threads(userId, found, words);
}

async function* threads(
  userId: string,
  found: DiscussionView["whole"],
  words: ExportWords,
): AsyncGenerator<string> {
  for (const thread of found.threads.filter(isShared)) yield* writeThread(userId, thread, words);
  if (found.more > 0) yield `<p>${escapeText(words.more(found.more))}</p>`;
}

function isShared({ audience }: ThreadView): boolean {
  return audience !== "ONLY_ME";
}

async function* writeThread(
  userId: string,
  thread: ThreadView,
  words: ExportWords,
): AsyncGenerator<string> {
  yield `<aside id="a-${thread.id}"><blockquote>${escapeText(thread.quote)}</blockquote>`;
  if (thread.comments.length === 0) {
    yield `<p>${escapeText(words.highlightedBy(thread.author.name))}</p>`;
  }
  for (const comment of thread.comments) yield writeComment(comment, words);
  let cursor = thread.nextCursor;
  while (cursor) {
    const page = await listComments(userId, thread.id, { cursor, limit: COMMENTS_AT_ONCE });
    for (const comment of page.rows) yield writeComment(comment, words);
    cursor = page.nextCursor;
  }
  yield "</aside>";
}

function writeComment({ author, body, createdAt }: CommentView, words: ExportWords): string {
  if (!author) return `<p><em>${escapeText(words.deleted)}</em></p>`;
  const said = renderHtml(commentSchema.nodeFromJSON(body));
  return `<p><strong>${escapeText(author.name)}</strong> <small>${escapeText(words.moment(createdAt))}</small></p>${said}`;
}

function beginning(title: string): string {
  return `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${escapeText(title)}</title><style>${STYLE}</style></head><body>`;
}

const END = "</body></html>\n";

/** For a browser that has never heard of us. */
const STYLE = [
  "body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.0625rem/1.6 Georgia,serif}",
  "aside{margin:1rem 0 1rem 1rem;padding-left:1rem;border-left:3px solid #b4532a;font:.9375rem/1.5 sans-serif}",
  "aside blockquote{margin:.25rem 0;font-style:italic}",
  "aside p{margin:.25rem 0}",
  "table{border-collapse:collapse}td,th{border:1px solid #999;padding:.25rem .5rem}",
].join("");
