import type { AnnotationView } from "@/lib/annotations/present";
import type { Entry } from "@/lib/notebook/present";

const annotation: AnnotationView = {
  id: "0193a7f0-0000-7000-8000-000000000001",
  author: {
    id: "0193a7f0-0000-7000-8000-00000000000a",
    name: "Ada",
    isStaff: false,
    pseudonym: null,
  },
  kind: "COMMENT",
  audience: "COURSE",
  group: null,
  quote: "brown fox",
  anchor: { start: 10, end: 19, state: "EXACT" },
  reattached: null,
  answeredAt: null,
  answerId: null,
  isPinned: false,
  isLocked: false,
  isHeld: false,
  needsInstructor: false,
  commentCount: 1,
  ...{ voteCount: 0, hasPicked: false, tags: [] },
  version: 1,
  createdAt: "2026-11-25T10:00:00.000Z",
  can: {
    ...{ read: true, reply: true, answer: false, remove: true, reattach: true },
    ...{ change: true, moderate: false },
  },
};

/** A comment by Ada on the brown fox, but for what is given. */
export function entryOf({
  annotation: of = {},
  comment = {},
  ...given
}: Partial<Omit<Entry, "annotation" | "comment">> & {
  annotation?: Partial<AnnotationView> | null;
  comment?: Partial<NonNullable<Entry["comment"]>> | null;
} = {}): Entry {
  return {
    id: "0193a7f0-0000-7000-8000-000000000002",
    source: comment === null ? "mark" : "post",
    where: {
      ...{ id: "0193a7f0-0000-7000-8000-0000000000aa", title: "The Fox and the Dog" },
      ...{ courseId: "0193a7f0-0000-7000-8000-0000000000cc", courseTitle: "Natural History" },
      ...{ readingTitle: "The Fox and the Dog", readingAuthor: "Aesop" },
    },
    annotation: of && { ...annotation, ...of },
    comment: comment && {
      id: "0193a7f0-0000-7000-8000-000000000002",
      annotationId: annotation.id,
      author: annotation.author,
      body: {},
      isOpening: true,
      isDeleted: false,
      isHidden: false,
      hiddenReason: null,
      isHeld: false,
      isPicked: false,
      privateTo: null,
      mergedFromId: null,
      voteCount: 0,
      version: 1,
      createdAt: "2026-11-25T10:00:00.000Z",
      editedAt: null,
      can: {
        ...{ read: true, readWords: true, edit: true, remove: true },
        ...{ vote: false, replyPrivately: false, moderate: false, report: false },
      },
      ...comment,
    },
    author: annotation.author,
    text: comment === null ? "" : "Why brown?",
    quote: "brown fox",
    at: "2026-11-25T10:00:00.000Z",
    href: `/read/0193a7f0-0000-7000-8000-0000000000aa#a-${annotation.id}`,
    ...given,
  };
}
