"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useState } from "react";

import { classNames } from "@/components/ui/class-names";
import { CONTROL } from "@/components/ui/control-style";
import { Dialog } from "@/components/ui/dialog";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { LocalThread } from "./merge";
import { findLeads } from "./merge-leads";
import { useReader, useReaderState } from "./reader-context";
import { threadName } from "./thread-name";
import { useDone } from "./use-done";

/** Chooses the thread into which another one goes: those near its passage come first. */
export function MergeDialog({ thread, isOpen, onOpenChange, finalFocus }: MergeDialogProps) {
  const t = useTranslations("reader");
  return (
    <Dialog
      title={t("merging.title")}
      description={t("merging.explained")}
      open={isOpen}
      onOpenChange={onOpenChange}
      finalFocus={finalFocus}
    >
      <Leads thread={thread} onChosen={() => onOpenChange(false)} />
    </Dialog>
  );
}

function Leads({ thread, onChosen }: { thread: LocalThread; onChosen: () => void }) {
  const t = useTranslations("reader");
  const { actions, surface } = useReader();
  const done = useDone();
  const [words, setWords] = useState("");
  const marks = useReaderState((state) => state.marks);
  const leads = findLeads(marks.ordered, thread, { words, text: surface?.text ?? "" });

  async function merge(into: string): Promise<void> {
    onChosen();
    const isMerged = await actions.merge(thread, into);
    if (isMerged) done(t("merging.done"), () => actions.unmerge(thread.id, into));
  }

  return (
    <>
      <label>
        <VisuallyHidden>{t("merging.search")}</VisuallyHidden>
        <input
          type="search"
          value={words}
          onChange={({ target }) => setWords(target.value)}
          placeholder={t("merging.search")}
          className={classNames(CONTROL, "min-h-10 pointer-coarse:min-h-11")}
        />
      </label>
      {leads.length === 0 ? (
        <p className="mt-4 text-soft">{t("merging.none")}</p>
      ) : (
        <ul
          aria-label={t("merging.list")}
          className="-mx-2 mt-3 max-h-[50vh] overflow-y-auto text-sm"
        >
          {leads.map(({ id, quote, author, kind, commentCount }) => (
            <li key={id}>
              <button
                type="button"
                onClick={() => merge(id)}
                className="w-full rounded-md px-2 py-2 text-start hover:bg-touched pointer-coarse:min-h-11"
              >
                <span className="block font-serif italic wrap-anywhere">
                  {threadName(t, quote)}
                </span>
                <span className="block text-xs text-soft wrap-anywhere">
                  {t("merging.by", { kind: t(`kind.${kind}`), name: author.name })}{" "}
                  {t("withComments", { count: commentCount })}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface MergeDialogProps {
  thread: LocalThread;
  isOpen: boolean;
  onOpenChange(isOpen: boolean): void;
  finalFocus: RefObject<HTMLElement | null>;
}
