"use client";

import { type Editor, useEditorState } from "@tiptap/react";
import {
  Bold,
  Code,
  ImagePlus,
  Italic,
  Link2,
  List,
  ListOrdered,
  Minus,
  Redo2,
  SquareCode,
  Superscript,
  TextQuote,
  Undo2,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type Ref, useRef, useState } from "react";

import { LinkField } from "@/components/editor/link-field";
import { IconButton } from "@/components/ui/icon-button";
import { BareSelect } from "@/components/ui/select";
import { noteAround } from "@/lib/editor/footnote-editing";
import { NoteMenu } from "./note-menu";
import { TableMenu } from "./table-menu";
import type { Figures } from "./use-figures";

const HEADINGS = [
  { level: 2, name: "heading" },
  { level: 3, name: "subheading" },
  { level: 4, name: "minorHeading" },
] as const;

/** Everything that can be done with the text, in one row of tools. */
export function EditorTools({ ref, editor, figures }: EditorToolsProps) {
  const t = useTranslations("revisions.tools");
  const file = useRef<HTMLInputElement>(null);
  const [isLinking, setLinking] = useState(false);
  const active = useEditorState({ editor, selector: ({ editor }) => readActive(editor) });
  const run = () => editor.chain().focus();
  const marks = [
    { name: "bold", keys: "Control+B", Icon: Bold, act: () => run().toggleBold().run() },
    { name: "italic", keys: "Control+I", Icon: Italic, act: () => run().toggleItalic().run() },
    { name: "code", keys: "Control+E", Icon: Code, act: () => run().toggleCode().run() },
    { name: "link", keys: undefined, Icon: Link2, act: () => setLinking(!isLinking) },
  ] as const;
  const blocks = [
    { name: "bulletList", Icon: List, act: () => run().toggleBulletList().run() },
    { name: "orderedList", Icon: ListOrdered, act: () => run().toggleOrderedList().run() },
    { name: "blockquote", Icon: TextQuote, act: () => run().toggleBlockquote().run() },
    { name: "codeBlock", Icon: SquareCode, act: () => run().toggleCodeBlock().run() },
  ] as const;

  function setBlock(value: string): void {
    const heading = HEADINGS.find(({ level }) => String(level) === value);
    if (heading) run().setHeading({ level: heading.level }).run();
    else run().setParagraph().run();
  }

  return (
    <div ref={ref}>
      <div role="toolbar" aria-label={t("name")} onKeyDown={moveInTools} className="writing-tools">
        <BareSelect
          aria-label={t("block")}
          value={active.level}
          onChange={(event) => setBlock(event.target.value)}
          className="w-36 shrink-0"
        >
          <option value="">{t("paragraph")}</option>
          {HEADINGS.map(({ level, name }) => (
            <option key={level} value={level}>
              {t(name)}
            </option>
          ))}
        </BareSelect>
        {marks.map(({ name, keys, Icon, act }) => (
          <IconButton
            key={name}
            label={t(name)}
            shortcut={keys}
            aria-pressed={active[name]}
            onClick={act}
          >
            <Icon />
          </IconButton>
        ))}
        {blocks.map(({ name, Icon, act }) => (
          <IconButton key={name} label={t(name)} aria-pressed={active[name]} onClick={act}>
            <Icon />
          </IconButton>
        ))}
        <IconButton label={t("rule")} onClick={() => run().setHorizontalRule().run()}>
          <Minus />
        </IconButton>
        <TableMenu editor={editor} isInTable={active.table} />
        {active.note ? (
          <NoteMenu editor={editor} />
        ) : (
          <IconButton
            label={t("footnote")}
            shortcut="Control+Alt+F"
            onClick={() => run().addFootnote().run()}
          >
            <Superscript />
          </IconButton>
        )}
        <IconButton
          label={t("figure")}
          aria-pressed={active.figure}
          onClick={() => figures.editSelected() || file.current?.click()}
        >
          <ImagePlus />
        </IconButton>
        <input
          ref={file}
          type="file"
          accept="image/jpeg,image/png,image/webp,image/gif,image/avif,image/tiff"
          multiple
          hidden
          aria-label={t("figureFile")}
          onChange={(event) => {
            void figures.upload([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
        <IconButton
          label={t("undo")}
          shortcut="Control+Z"
          disabled={!active.canUndo}
          onClick={() => run().undo().run()}
        >
          <Undo2 />
        </IconButton>
        <IconButton
          label={t("redo")}
          shortcut="Control+Shift+Z"
          disabled={!active.canRedo}
          onClick={() => run().redo().run()}
        >
          <Redo2 />
        </IconButton>
      </div>
      {isLinking && (
        <div className="border-t border-rule px-2 py-1.5">
          <LinkField editor={editor} onDone={() => setLinking(false)} />
        </div>
      )}
    </div>
  );
}

function readActive(editor: Editor) {
  const { level } = editor.getAttributes("heading");
  return {
    level: HEADINGS.some((each) => each.level === level) ? String(level) : "",
    bold: editor.isActive("bold"),
    italic: editor.isActive("italic"),
    code: editor.isActive("code"),
    link: editor.isActive("link"),
    bulletList: editor.isActive("bulletList"),
    orderedList: editor.isActive("orderedList"),
    blockquote: editor.isActive("blockquote"),
    codeBlock: editor.isActive("codeBlock"),
    table: editor.isActive("table"),
    figure: editor.isActive("figure"),
    note: noteAround(editor.state) !== null,
    canUndo: editor.can().undo(),
    canRedo: editor.can().redo(),
  };
}

/** Arrow keys move between the tools, as in every toolbar (ARIA toolbar pattern). */
function moveInTools(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step || event.target instanceof HTMLSelectElement) return;
  const tools = [...event.currentTarget.querySelectorAll<HTMLElement>("button, select")];
  const at = tools.indexOf(document.activeElement as HTMLElement);
  event.preventDefault();
  tools[(at + step + tools.length) % tools.length]?.focus();
}

interface EditorToolsProps {
  ref: Ref<HTMLDivElement>;
  editor: Editor;
  figures: Figures;
}
