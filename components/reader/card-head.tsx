import {
  Bookmark,
  CircleCheck,
  CircleHelp,
  Highlighter,
  Hourglass,
  LifeBuoy,
  Lock,
  LockKeyhole,
  type LucideIcon,
  MessageSquare,
  Pin,
  Users,
} from "lucide-react";
import { useTranslations } from "next-intl";

import { classNames } from "@/components/ui/class-names";
import type { LocalThread } from "./merge";
import { useReaderState } from "./reader-context";

const KIND_ICON = { HIGHLIGHT: Highlighter, COMMENT: MessageSquare, QUESTION: CircleHelp };
const KIND_COLOUR = {
  HIGHLIGHT: "text-highlight",
  COMMENT: "text-comment",
  QUESTION: "text-question",
};

/** What a thread is on, of which kind and for whom, and what the staff said of it. */
export function CardHead({ thread, isFresh }: { thread: LocalThread; isFresh: boolean }) {
  const t = useTranslations("reader");
  const Icon = KIND_ICON[thread.kind];
  const isPrivate = thread.audience === "ONLY_ME";
  return (
    <>
      <div className="flex items-center gap-1.5 text-xs text-faint">
        <Icon
          className={classNames(
            "size-3.5 shrink-0",
            isPrivate ? "text-private" : KIND_COLOUR[thread.kind],
          )}
          aria-hidden="true"
        />
        <span className={thread.quote === "" ? "flex-1" : "sr-only"}>
          {t(`kind.${thread.kind}`)}
        </span>
        {thread.quote !== "" && (
          <span className="min-w-0 flex-1 truncate font-serif italic">{thread.quote}</span>
        )}
        {thread.kind === "QUESTION" && thread.answeredAt && (
          <Sign icon={CircleCheck}>{t("answered")}</Sign>
        )}
        {thread.audience !== "COURSE" && (
          <Sign icon={isPrivate ? Lock : Users}>
            {thread.group?.name ?? t(`audience.${thread.audience}`)}
          </Sign>
        )}
        {isFresh && (
          <span className="size-2 shrink-0 rounded-full bg-accent forced-colors:bg-[Highlight]">
            <span className="sr-only">{t("isNew")}</span>
          </span>
        )}
      </div>
      <Signs thread={thread} />
    </>
  );
}

function Signs({ thread }: { thread: LocalThread }) {
  const t = useTranslations("reader");
  const isSaved = useReaderState(({ own }) => own.savedIds.has(thread.id));
  const { isPinned, isLocked, isHeld, needsInstructor } = thread;
  if (!isPinned && !isLocked && !isHeld && !needsInstructor && !isSaved) return null;
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs">
      {isPinned && <Sign icon={Pin}>{t("signs.pinned")}</Sign>}
      {needsInstructor && <Sign icon={LifeBuoy}>{t("signs.needsInstructor")}</Sign>}
      {isLocked && <Sign icon={LockKeyhole}>{t("signs.locked")}</Sign>}
      {isHeld && <Sign icon={Hourglass}>{t("signs.held")}</Sign>}
      {isSaved && <Sign icon={Bookmark}>{t("signs.saved")}</Sign>}
    </div>
  );
}

function Sign({ icon: Icon, children }: { icon: LucideIcon; children: string }) {
  return (
    <span className="inline-flex max-w-40 shrink-0 items-center gap-1 text-soft">
      <Icon className="size-3.5 shrink-0" aria-hidden="true" />
      <span className="truncate">{children}</span>
    </span>
  );
}
