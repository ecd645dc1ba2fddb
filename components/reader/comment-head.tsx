import { VenetianMask } from "lucide-react";
import { useTranslations } from "next-intl";

import { Time } from "@/components/ui/time";
import type { AuthorView } from "@/lib/annotations/present-author";
import { HistoryDialog } from "./history-dialog";
import type { LocalComment } from "./merge";
import { useReader } from "./reader-context";

/** Who wrote a comment, under what name, and when. */
export function CommentHead({ comment, author, isOpen }: CommentHeadProps) {
  const t = useTranslations("reader");
  const { zone } = useReader();
  return (
    <div className="flex flex-wrap items-baseline gap-x-2 pe-9">
      <span className="font-semibold wrap-anywhere">{author.name}</span>
      {author.isStaff && (
        <span className="rounded-sm border border-rule px-1 text-[0.6875rem] text-soft">
          {t("staff")}
        </span>
      )}
      {author.pseudonym !== null && <Mask author={author} />}
      <span className="text-xs text-faint">
        <Time iso={comment.createdAt} zone={zone} />
        {comment.editedAt && " · "}
        {comment.editedAt &&
          (isOpen && !comment.pending ? <HistoryDialog comment={comment} /> : t("edited"))}
      </span>
    </div>
  );
}

/** A pseudonym is told from a name; who knows the name is told that classmates do not. */
function Mask({ author }: { author: AuthorView }) {
  const t = useTranslations("reader");
  const isKnown = author.name !== author.pseudonym;
  return (
    <span className="inline-flex items-center gap-1 self-center text-xs text-soft">
      <VenetianMask className="size-3.5 shrink-0" aria-hidden="true" />
      <span className={isKnown ? undefined : "sr-only"}>
        {t(isKnown ? "anonymousToClassmates" : "pseudonym")}
      </span>
    </span>
  );
}

interface CommentHeadProps {
  comment: LocalComment;
  author: AuthorView;
  isOpen: boolean;
}
