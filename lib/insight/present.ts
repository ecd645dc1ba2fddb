/** How much is said about a part of a text. */
export interface PartTalk {
  threads: number;
  /** The comments of those threads. */
  posts: number;
  questions: number;
  /** Questions that nobody called answered. */
  open: number;
}

/** A question, by its words alone: it may be shown to a class that knows its asker by no name. */
export interface OpenQuestion {
  id: string;
  quote: string;
  words: string;
  /** How many ask it too. */
  tooCount: number;
  replyCount: number;
}

/** A thread in which several people talk. */
export interface VoicesRow {
  id: string;
  quote: string;
  kind: "COMMENT" | "QUESTION" | "HIGHLIGHT";
  voices: number;
  posts: number;
}

export interface TagCount {
  name: string;
  count: number;
}

/** A student who has left nothing that the staff may read. */
export interface NotBegun {
  userId: string;
  name: string;
}

/** What one assignment's discussion shows of the class. */
export interface AssignmentInsight {
  assignmentId: string;
  title: string;
  /** The text in its order. */
  parts: (PartTalk & { beginning: string })[];
  /** The ten that most people ask. */
  questions: OpenQuestion[];
  openCount: number;
  voices: VoicesRow[];
  tags: TagCount[];
  /** Students of the course. */
  people: number;
  begun: number;
  /** The first hundred by name. */
  notBegun: NotBegun[];
  /** How many of them were not reminded of late; 0 also for who may not remind anybody. */
  remindable: number;
}

/** What a mail reminds somebody of. */
export interface ReminderView {
  assignmentId: string;
  title: string;
  courseTitle: string;
  dueAt: Date | null;
  /** The reader's. */
  timeZone: string;
}

/** An assignment in the overview of a course. */
export interface AssignmentRow {
  id: string;
  title: string;
  begun: number;
  posts: number;
  open: number;
}

/** What was said in a week. */
export interface Week {
  /** Its first day in the course's zone, as `2026-11-23`. */
  monday: string;
  posts: number;
  /** How many people said it. */
  voices: number;
}
