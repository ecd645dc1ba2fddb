import {
  Bookmark,
  CircleHelp,
  CornerDownRight,
  Highlighter,
  Lock,
  MessageSquare,
  PencilLine,
} from "lucide-react";

/** What something is, at a glance; its name stands beside it. */
export function KindIcon({ kind }: { kind: ShownKind }) {
  const Icon = ICONS[kind];
  return <Icon aria-hidden="true" className="size-4 shrink-0 text-soft" />;
}

const ICONS = {
  highlight: Highlighter,
  comment: MessageSquare,
  question: CircleHelp,
  reply: CornerDownRight,
  note: Lock,
  saved: Bookmark,
  draft: PencilLine,
};

export type ShownKind = keyof typeof ICONS;

/** The kind under which a post is shown. */
export function shownKind({ kind, audience, isReply }: PostKind): ShownKind {
  if (isReply) return "reply";
  if (audience === "ONLY_ME") return "note";
  return ({ HIGHLIGHT: "highlight", COMMENT: "comment", QUESTION: "question" } as const)[kind];
}

interface PostKind {
  kind: "HIGHLIGHT" | "COMMENT" | "QUESTION";
  audience: string;
  isReply: boolean;
}
