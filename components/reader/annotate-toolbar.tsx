"use client";

import { CircleHelp, Highlighter, Lock, MessageSquare } from "lucide-react";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";

import { Tooltip } from "@/components/ui/tooltip";
import { useReader } from "./reader-context";
import { type Choice, useAnnotate } from "./use-annotate";
import type { Picked } from "./use-picked";

const CHOICES = [
  { choice: "highlight", key: "H", Icon: Highlighter, colour: "text-highlight-line" },
  { choice: "comment", key: "C", Icon: MessageSquare, colour: "text-comment-line" },
  { choice: "question", key: "Q", Icon: CircleHelp, colour: "text-question-line" },
  { choice: "private", key: "N", Icon: Lock, colour: "text-private-line" },
] as const satisfies { choice: Choice; key: string; Icon: unknown; colour: string }[];

/** What can be done with the selected passage: below it, clear of the system's own menu. */
export function AnnotateToolbar({ picked }: { picked: Picked }) {
  const t = useTranslations("reader.annotate");
  const { assignment } = useReader();
  const annotate = useAnnotate();
  if (!assignment.can.annotate) return null;

  return (
    <div
      role="toolbar"
      aria-label={t("name")}
      data-annotate-toolbar
      className="appear absolute z-20 flex -translate-x-1/2 rounded-md border border-rule bg-raised p-1 shadow-float"
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
            onClick={() => annotate(choice, picked)}
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

/** Arrow keys move between the buttons, as in every toolbar (ARIA toolbar pattern). */
function moveInToolbar(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const next = buttons[(at + step + buttons.length) % buttons.length];
  event.preventDefault();
  next?.focus();
}
