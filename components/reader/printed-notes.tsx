"use client";

import { useTranslations } from "next-intl";

import { Time } from "@/components/ui/time";
import { CommentText } from "./comment-text";
import { shownComments } from "./merge";
import { type PrintedNote, type PrintPlan, printedNoteId } from "./print-plan";
import { useReader } from "./reader-context";

/** The notes at the end of the printed text, and what of them is not there. */
export function PrintedNotes({ plan }: { plan: PrintPlan }) {
  const t = useTranslations("reader.print");
  const { notes, count, leftOut } = plan;
  if (count === 0) return null;
  return (
    <section className="printed-notes" aria-labelledby="printed-notes">
      <h2 id="printed-notes">{t("notes")}</h2>
      {leftOut.unloaded > 0 && <p>{t("unloaded", { printed: notes.length, count })}</p>}
      {leftOut.beyond > 0 && <p>{t("beyond", { printed: notes.length, count })}</p>}
      <ol>
        {notes.map((note) => (
          <Note key={note.thread.id} note={note} />
        ))}
      </ol>
    </section>
  );
}

function Note({ note: { number, thread, missing } }: { note: PrintedNote }) {
  const t = useTranslations("reader");
  const { zone } = useReader();
  return (
    <li id={printedNoteId(number)} value={number}>
      <p className="printed-quote">{thread.quote === "" ? t("onWhole") : <q>{thread.quote}</q>}</p>
      <p className="printed-by">
        {t("print.by", {
          kind: t(`kind.${thread.kind}`),
          name: thread.author.name,
          audience: thread.audience,
          audienceName: t(`audience.${thread.audience}`),
        })}
      </p>
      {shownComments(thread).map(({ id, author, body, createdAt, editedAt }) => (
        <div key={id} className="printed-comment">
          {author ? (
            <>
              <p className="printed-by">
                <b>{author.name}</b> <Time iso={createdAt} zone={zone} />
                {editedAt && ` · ${t("edited")}`}
              </p>
              <CommentText body={body} />
            </>
          ) : (
            <p className="printed-by">{t("deletedComment")}</p>
          )}
        </div>
      ))}
      {missing > 0 && <p className="printed-by">{t("print.missing", { count: missing })}</p>}
    </li>
  );
}
