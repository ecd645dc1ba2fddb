import "server-only";

import type { ReminderView } from "@/lib/insight/present";
import type { InboxThreadView, NoticeView } from "@/lib/notifications/present";
import type { SummaryView } from "@/lib/notifications/summary";
import type { Block, Letter } from "./letter";
import { publicUrl } from "./transport";
import { getTranslations } from "./words";

/** More threads than this in one mail nobody reads; the inbox has them all. */
const THREADS = 20;

interface Ending {
  /** Where people end such mails themselves. */
  unsubscribe: string;
}

/** Of one thread, as soon as something happened in it. */
export function noticeLetter(thread: InboxThreadView, ending: Ending): Letter {
  const t = getTranslations("mail");
  const last = thread.notices.at(-1);
  return {
    from: nameOf(thread.courseTitle),
    subject: last ? t("subject", { line: lineOf(last), title: thread.title }) : thread.title,
    blocks: blocksOf(thread),
    foot: footOf(t("whyNotice"), ending),
  };
}

/** Of several threads: what came at once, or over a day or a week. */
export function digestLetter(threads: readonly InboxThreadView[], ending: Ending): Letter {
  const t = getTranslations("mail");
  const courses = [...new Set(threads.map(({ courseTitle }) => courseTitle))];
  const more = threads.length - THREADS;
  return {
    from: nameOf(courses.length === 1 ? courses[0] : undefined),
    subject: t("digestSubject", { count: threads.length, titles: titlesOf(threads) }),
    blocks: [
      ...threads.slice(0, THREADS).flatMap(blocksOf),
      ...(more > 0 ? [{ type: "text" as const, text: t("more", { count: more }) }] : []),
    ],
    foot: footOf(t("whyDigest"), ending),
  };
}

/** For staff: what happened since yesterday, and which questions nobody has answered. */
export function summaryLetter({ postCount, questions, openCount }: SummaryView, ending: Ending) {
  const t = getTranslations("mail");
  const more = openCount - questions.length;
  const blocks: Block[] = [
    { type: "text", text: t("summaryPosts", { count: postCount }) },
    { type: "text", text: t("summaryOpen", { count: openCount }) },
    ...questions.flatMap((question): Block[] => [
      headingOf(question),
      ...quoteOf(question.quote),
      { type: "said", line: t("asked", { name: question.author.name }), words: question.words },
    ]),
    ...(more > 0 ? [{ type: "text" as const, text: t("moreQuestions", { count: more }) }] : []),
  ];
  return {
    from: nameOf(undefined),
    subject: t("summarySubject", { questions: openCount, posts: postCount }),
    blocks,
    foot: footOf(t("whySummary"), ending),
  } satisfies Letter;
}

/** For a student who has not begun: what waits for them, without reproach. */
export function reminderLetter(
  reminders: readonly [ReminderView, ...ReminderView[]],
  ending: Ending,
): Letter {
  const t = getTranslations("mail");
  const [{ title, courseTitle }] = reminders;
  const courses = new Set(reminders.map((each) => each.courseTitle));
  return {
    from: nameOf(courses.size === 1 ? courseTitle : undefined),
    subject: t("reminderSubject", { title, more: reminders.length - 1 }),
    blocks: [
      { type: "text", text: t("reminderText") },
      ...reminders.map((each): Block => {
        const href = `${publicUrl()}/read/${each.assignmentId}`;
        return { type: "heading", text: each.title, note: noteOf(each), href };
      }),
    ],
    foot: footOf(t("whyReminder"), ending),
  };
}

function noteOf({ courseTitle, dueAt, timeZone }: ReminderView): string {
  if (!dueAt) return courseTitle;
  const t = getTranslations("mail");
  const due = new Intl.DateTimeFormat("en", {
    ...{ timeZone, weekday: "long", day: "numeric", month: "long" },
    ...{ hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  }).format(dueAt);
  return t("reminderDue", { course: courseTitle, due });
}

function nameOf(courseTitle: string | undefined): string {
  const t = getTranslations("mail");
  return courseTitle ? t("from", { course: courseTitle }) : t("product");
}

function titlesOf(threads: readonly InboxThreadView[]): string {
  const titles = [...new Set(threads.map(({ title }) => title))];
  return titles.length > 2 ? `${titles.slice(0, 2).join(", ")}, …` : titles.join(", ");
}

function blocksOf(thread: InboxThreadView): Block[] {
  return [
    headingOf(thread),
    ...quoteOf(thread.quote),
    ...thread.notices.map((notice) => ({
      type: "said" as const,
      line: lineOf(notice),
      words: notice.words,
    })),
  ];
}

function headingOf(place: {
  annotationId: string;
  assignmentId: string;
  title: string;
  courseTitle: string;
}): Block {
  const href = `${publicUrl()}/read/${place.assignmentId}#a-${place.annotationId}`;
  return { type: "heading", text: place.title, note: place.courseTitle, href };
}

function quoteOf(quote: string): Block[] {
  return quote ? [{ type: "quote", text: quote }] : [];
}

/** Who did what: the same sentence heads a mail and stands in it. */
function lineOf({ kind, author, isOpening }: NoticeView): string {
  const t = getTranslations("inbox");
  const isCalledAnswered = kind === "ANSWER" && isOpening;
  return t(isCalledAnswered ? "line.ANSWERED" : `line.${kind}`, { name: author?.name ?? "" });
}

function footOf(text: string, { unsubscribe }: Ending): Letter["foot"] {
  const t = getTranslations("mail");
  const links = [
    { label: t("unsubscribe"), href: unsubscribe },
    { label: t("settings"), href: `${publicUrl()}/settings#notifications` },
  ];
  return { text, links };
}
