import { db } from "@/lib/db";
import { noticeSelect } from "@/lib/notifications/present";
import { readThreads } from "@/lib/notifications/spoken";
import { getSummary } from "@/lib/notifications/summary";
import { COMMON_WORD, type Discussion } from "./discussion";
import { type Secret, wordOf } from "./secrets";
import type { WayOut } from "./ways-out";

const nothing = () => false;
const isWords = ({ kind }: Secret) => kind === "words";

/** The ways out that lead beyond the reading: over all of somebody's courses, and for the staff. */
export function furtherWays(discussion: Discussion): WayOut[] {
  const { assignment, course, people } = discussion;
  return [
    { name: "inbox", path: "/inbox", carries: nothing },
    { name: "inbox, answers", path: "/api/v1/inbox?show=all", carries: nothing },
    { name: "notebook", path: "/notebook", carries: nothing },
    ...["markdown", "csv", "jsonld"].map((format) => ({
      ...{ name: `export as ${format}`, path: `/api/v1/notebook/export?format=${format}` },
      carries: nothing,
    })),
    { name: "search of all", path: `/api/v1/search?q=${COMMON_WORD}`, carries: nothing },
    { name: "search page", path: `/search?q=${COMMON_WORD}`, carries: nothing },
    ...["hidden", "hiddenNow", "draft", "deleted", "onlyMe", "narrowed"].map((thing) => ({
      ...{ name: `search of all for ${thing}`, path: `/api/v1/search?q=${wordOf(thing)}` },
      // It says again what was asked for: the words that stand beside it tell whether it was found.
      ...{ carries: nothing, hear: found },
    })),
    { name: "palette", path: "/api/v1/palette?q=sesame", carries: nothing },
    { name: "similar", path: similarTo(assignment), carries: nothing },
    { name: "unread", path: `/api/v1/assignments/${assignment.id}/unread`, carries: nothing },
    { name: "library", path: "/library", carries: nothing },
    { name: "reading in the library", path: `/library/${assignment.readingId}`, carries: nothing },
    ...ofStaff(discussion),
    ...Object.values(people).flatMap(({ id }) => [
      {
        ...{ name: "notebook of a person", path: `/courses/${course.id}/people/${id}` },
        ...{ carries: nothing, namesMembers: true as const },
      },
      {
        name: "export of a person",
        path: `/api/v1/courses/${course.id}/people/${id}/notebook?format=csv`,
        ...{ carries: nothing, namesMembers: true as const },
      },
    ]),
  ];
}

/** What the holder of a feed's address gets, whoever they are: as somebody who wrote nothing. */
export function feedOf({ feedSecret }: Discussion): WayOut {
  return { name: "feed", path: `/feeds/${feedSecret}`, carries: isWords };
}

function ofStaff({ assignment, course }: Discussion): WayOut[] {
  const root = `/courses/${course.id}`;
  const pages = [
    ...["moderation", "groups", "settings", "insights", `insights/${assignment.id}`],
    ...[`insights/${assignment.id}/brief`, `discussion/${assignment.id}`],
    `revisions/${assignment.id}`,
  ];
  return [
    ...pages.map((page) => ({
      ...{ name: page.replace(assignment.id, "of a reading"), path: `${root}/${page}` },
      ...{ carries: nothing, namesMembers: true as const },
    })),
    {
      ...{ name: "settings of the course", path: `/api/v1${root}/discussion` },
      carries: nothing,
    },
  ];
}

function similarTo({ id, text }: Discussion["assignment"]): string {
  const start = text.indexOf("quick");
  const query = `start=${start}&end=${start + 5}&q=${COMMON_WORD}`;
  return `/api/v1/assignments/${id}/similar?${query}`;
}

async function found(response: Response): Promise<string> {
  const { query: _, ...answer }: Record<string, unknown> = await response.json();
  return JSON.stringify(answer);
}

/** All that mails to a person are made of, as it would be now, of everything that they were ever told. */
export async function mailsTo(userId: string): Promise<string> {
  const rows = await db.notification.findMany({ where: { userId }, select: noticeSelect });
  const threads = await readThreads(db, userId, rows);
  return JSON.stringify([threads, await getSummary(db, userId, new Date())]);
}
