"use client";

import { type Editor, useEditorState } from "@tiptap/react";
import { Bold, Code, Italic, Link2, List, ListOrdered, Sigma, TextQuote } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { LinkField } from "@/components/editor/link-field";
import { IconButton } from "@/components/ui/icon-button";
import { LATEX_LIMIT } from "@/lib/editor/nodes/math";

/** What can be done with the words of a comment. */
export function ComposerTools({ editor }: { editor: Editor }) {
  const t = useTranslations("reader.tools");
  const [isLinking, setIsLinking] = useState(false);
  const active = useEditorState({
    editor,
    selector: ({ editor }) => ({
      bold: editor.isActive("bold"),
      italic: editor.isActive("italic"),
      bulletList: editor.isActive("bulletList"),
      orderedList: editor.isActive("orderedList"),
      blockquote: editor.isActive("blockquote"),
      code: editor.isActive("code"),
      formula: editor.isActive("inlineMath") || editor.isActive("blockMath"),
      link: editor.isActive("link"),
    }),
  });
  const run = () => editor.chain().focus();
  const tools = [
    { name: "bold", Icon: Bold, act: () => run().toggleBold().run() },
    { name: "italic", Icon: Italic, act: () => run().toggleItalic().run() },
    { name: "bulletList", Icon: List, act: () => run().toggleBulletList().run() },
    { name: "orderedList", Icon: ListOrdered, act: () => run().toggleOrderedList().run() },
    { name: "blockquote", Icon: TextQuote, act: () => run().toggleBlockquote().run() },
    { name: "code", Icon: Code, act: () => run().toggleCode().run() },
    { name: "formula", Icon: Sigma, act: () => writeFormula(editor) },
    { name: "link", Icon: Link2, act: () => setIsLinking(!isLinking) },
  ] as const;

  return (
    <>
      <fieldset aria-label={t("name")} className="flex flex-wrap">
        {tools.map(({ name, Icon, act }) => (
          <IconButton
            key={name}
            label={t(name)}
            aria-pressed={active[name]}
            className="pointer-fine:size-8!"
            onClick={act}
          >
            <Icon />
          </IconButton>
        ))}
      </fieldset>
      {isLinking && <LinkField editor={editor} onDone={() => setIsLinking(false)} />}
    </>
  );
}

/** Makes a formula of what is selected; of nothing, begins one, which the next dollar ends. */
function writeFormula(editor: Editor): void {
  const { from, to } = editor.state.selection;
  const latex = editor.state.doc.textBetween(from, to).trim();
  if (latex.length > LATEX_LIMIT) return;
  const formula = { type: "inlineMath", attrs: { latex } };
  editor
    .chain()
    .focus()
    .insertContent(latex === "" ? "$" : formula)
    .run();
}
