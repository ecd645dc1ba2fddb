"use client";

import { CircleHelp, Highlighter, Lock, MessageSquare } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect } from "react";

import { Tooltip } from "@/components/ui/tooltip";
import { PASSAGE_LIMIT } from "@/lib/annotations/schema";
import { useReader } from "./reader-context";
import { type Choice, useAnnotate } from "./use-annotate";
import type { Picked } from "./use-picked";

const CHOICES = [
  { choice: "highlight", key: "H", Icon: Highlighter, colour: "text-highlight" },
  { choice: "comment", key: "C", Icon: MessageSquare, colour: "text-comment" },
  { choice: "question", key: "Q", Icon: CircleHelp, colour: "text-question" },
  { choice: "private", key: "N", Icon: Lock, colour: "text-private" },
] as const satisfies { choice: Choice; key: string; Icon: unknown; colour: string }[];

/** What can be done with the selected passage: below it, clear of the system's own menu. */
export function AnnotateToolbar({ picked }: { picked: Picked }) {
  const t = useTranslations("reader.annotate");
  const { assignment } = useReader();
  const annotate = useAnnotate();
  if (!assignment.can.annotate) return null;
  if (picked.refusal) return <Refusal picked={picked} />;

  return (
    <div
      role="toolbar"
      aria-label={t("name")}
      data-annotate-toolbar
      className="appear absolute z-20 flex w-max -translate-x-1/2 rounded-md border border-rule bg-raised p-1 shadow-float"
      style={{ insetInlineStart: picked.x, insetBlockStart: picked.y }}
      // Pressing a button must not take the selection away.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={moveInToolbar}
    >
      {CHOICES.map(({ choice, key, Icon, colour }, index) => (
        <Tooltip key={choice} label={t(choice)} shortcut={key}>
          <button
            type="button"
            tabIndex={index === 0 ? 0 : -1}
            aria-keyshortcuts={key}
            onClick={(event) => {
              // Pressed by a key: the button goes, and the focus must have somewhere to stay.
              if (event.detail === 0) focusArticle();
              annotate(choice, picked);
            }}
            className="flex min-h-9 items-center gap-1.5 rounded-sm px-2.5 text-sm text-ink hover:bg-touched pointer-coarse:min-h-11"
          >
            <Icon className={`size-4 ${colour}`} aria-hidden="true" />
            <span className="max-sm:sr-only">{t(choice)}</span>
          </button>
        </Tooltip>
      ))}
    </div>
  );
}

/** Where the toolbar would be: why there is none. */
function Refusal({ picked }: { picked: Picked }) {
  const t = useTranslations("reader.annotate");
  const { store } = useReader();
  const reason =
    picked.refusal === "passageTooLong"
      ? t("passageTooLong", { maximum: PASSAGE_LIMIT, count: picked.end - picked.start })
      : t("passageEmpty");
  useEffect(() => store.say(reason), [store, reason]);
  return (
    <p
      aria-hidden="true"
      className="appear absolute z-20 w-max max-w-52 -translate-x-1/2 rounded-md border border-rule bg-raised px-3 py-1.5 text-xs text-soft shadow-float sm:max-w-95"
      style={{ insetInlineStart: picked.x, insetBlockStart: picked.y }}
    >
      {reason}
    </p>
  );
}

/** Arrow keys move between the buttons, as in every toolbar (ARIA toolbar pattern). */
function moveInToolbar(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === "Escape") {
    event.preventDefault();
    focusArticle();
    return;
  }
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const next = buttons[(at + step + buttons.length) % buttons.length];
  event.preventDefault();
  next?.focus();
}

function focusArticle(): void {
  document.querySelector<HTMLElement>(".reader-article")?.focus({ preventScroll: true });
}
