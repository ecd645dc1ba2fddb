"use client";

import { EditorContent, useEditor } from "@tiptap/react";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";

import { Refused } from "@/components/reader/api";
import { AskButton } from "@/components/ui/ask-button";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { cleanHtml } from "@/lib/editor/clean-html";
import { writingExtensions } from "@/lib/editor/writing-extensions";
import { api } from "./api";
import { ConflictNotice } from "./conflict-notice";
import { EditorTools } from "./editor-tools";
import { FigureDialog } from "./figure-dialog";
import type { KeptPlace } from "./kept-draft";
import type { Opening } from "./reading-editor";
import { SaveStatus } from "./save-status";
import { useFigures } from "./use-figures";
import { useSaving } from "./use-saving";

/** The editor with its tools, how far its saving has got, and what comes after writing. */
export function WritingDesk({ opening, kept, onLoadTheirs, onSetAside }: WritingDeskProps) {
  const t = useTranslations("revisions.editor");
  const router = useRouter();
  const { draft, content, steps, isUnsaved } = opening;
  const { readingId, title, language, baseNumber } = draft;
  const [isBusy, setBusy] = useState(false);
  const tools = useRef<HTMLDivElement>(null);
  const hint = useId();
  const losses = useRef<(names: string[]) => void>(() => undefined);
  const files = useRef<(files: File[]) => void>(() => undefined);

  const editor = useEditor({
    extensions: writingExtensions,
    content,
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    injectCSS: false,
    editorProps: {
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": t("label", { title }),
        "aria-describedby": hint,
        lang: language,
        dir: "auto",
        class: "reading-text writing-text",
      },
      transformPastedHTML(html) {
        // What was copied here holds nothing else anyway, and footnotes would lose their notes.
        if (html.includes("data-pm-slice")) return html;
        const clean = cleanHtml(html);
        losses.current(clean.losses.map(({ name }) => name));
        return clean.html ?? "";
      },
      handlePaste: (_, event) => takeFiles(event.clipboardData),
      handleDrop: (_view, event) => takeFiles(event.dataTransfer),
      handleKeyDown(_, event) {
        if (event.key !== "Escape" || event.isComposing) return false;
        // Tab belongs to lists and tables in here: this is the way out.
        tools.current?.querySelector<HTMLElement>("button, select")?.focus();
        return true;
      },
    },
  });
  const { state, saving } = useSaving({ editor, draft, kept, steps, isUnsaved });
  const figures = useFigures(editor, readingId);
  useEffect(() => {
    files.current = figures.upload;
    losses.current = (names) => {
      if (names.length > 0) toast(t("pasteLosses", { count: names.length }));
    };
  });

  function takeFiles(from: DataTransfer | null): boolean {
    const images = [...(from?.files ?? [])];
    // Word processors add a picture of what they copied beside the words.
    if (images.length === 0 || from?.types.includes("text/html")) return false;
    files.current(images);
    return true;
  }

  useEffect(() => {
    if (state.type !== "conflict" || !saving) return;
    kept.setAside(saving.unsaved());
    kept.forget();
    onSetAside();
  }, [state.type, saving, kept, onSetAside]);

  async function publish(): Promise<void> {
    if (!saving || isBusy) return;
    setBusy(true);
    await saving.save();
    setBusy(false);
    if (saving.isDirty()) return;
    if (saving.version() === 0) {
      toast(t("nothingToPublish"));
      return;
    }
    router.push(`/library/${readingId}/publish` as Route);
  }

  async function discard(): Promise<void> {
    if (!saving) return;
    await saving.save();
    try {
      if (saving.version() > 0) await api.discardDraft(readingId, saving.version());
      saving.stop();
      kept.forget();
      router.push(`/library/${readingId}` as Route);
      router.refresh();
    } catch (error) {
      toast(error instanceof Refused ? error.message : t("offline"), { isUrgent: true });
    }
  }

  return (
    <div className="writing-desk">
      <div className="writing-head">
        {/* Not before there is an editor: the tools of none would stay as they are until one types. */}
        {editor ? (
          <EditorTools ref={tools} editor={editor} figures={figures} />
        ) : (
          <div className="min-h-12" />
        )}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-rule px-2 py-1.5">
          <SaveStatus state={state} isUploading={figures.isUploading} />
          <span className="ms-auto flex flex-wrap gap-2">
            <AskButton
              title={t("discardTitle")}
              consequence={t("discardText", { number: baseNumber })}
              confirm={t("discard")}
              cancel={t("cancel")}
              size="sm"
              variant="quiet"
              onConfirm={() => void discard()}
            >
              {t("discard")}
            </AskButton>
            <Button
              size="sm"
              variant="primary"
              aria-disabled={isBusy}
              onClick={() => void publish()}
            >
              {t("publish")}
            </Button>
          </span>
        </div>
      </div>
      {state.type === "conflict" && <ConflictNotice onLoadTheirs={onLoadTheirs} />}
      <p id={hint} className="sr-only">
        {t("hint")}
      </p>
      <EditorContent editor={editor} />
      <FigureDialog figures={figures} />
    </div>
  );
}

interface WritingDeskProps {
  opening: Opening;
  kept: KeptPlace;
  onLoadTheirs: () => Promise<void>;
  onSetAside: () => void;
}
