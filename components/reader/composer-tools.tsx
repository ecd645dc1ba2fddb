"use client";

import { type Editor, useEditorState } from "@tiptap/react";
import { Bold, Code, Italic, Link2, List, ListOrdered, TextQuote } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";

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
            className="size-7.5"
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

/** Asks where a link leads. Inside another form, so it is none of its own. */
function LinkField({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const t = useTranslations("reader.tools");
  const [href, setHref] = useState<string>(editor.getAttributes("link").href ?? "");
  const [isWrong, setIsWrong] = useState(false);

  function apply(): void {
    const address = href.trim();
    if (address === "") {
      editor.chain().focus().extendMarkRange("link").unsetLink().run();
      onDone();
      return;
    }
    const full = /^[a-z]+:/i.test(address) ? address : `https://${address}`;
    if (!/^(https?|mailto):/i.test(full) || !URL.canParse(full)) {
      setIsWrong(true);
      return;
    }
    const chain = editor.chain().focus().extendMarkRange("link");
    if (editor.state.selection.empty && !editor.isActive("link")) {
      const marks = [{ type: "link", attrs: { href: full } }];
      chain.insertContent({ type: "text", text: address, marks }).run();
    } else chain.setLink({ href: full }).run();
    onDone();
  }

  return (
    <div className="flex w-full flex-wrap items-center gap-1.5 pt-1">
      <input
        // biome-ignore lint/a11y/noAutofocus: it was just asked for
        autoFocus
        type="url"
        aria-label={t("address")}
        aria-invalid={isWrong}
        placeholder={t("addressExample")}
        value={href}
        onChange={(event) => setHref(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" && event.key !== "Escape") return;
          event.preventDefault();
          event.stopPropagation();
          if (event.key === "Enter") apply();
          else onDone();
        }}
        className="min-h-8 min-w-0 flex-1 rounded-sm border border-edge bg-raised px-2 text-sm"
      />
      <Button size="sm" onClick={apply}>
        {t("apply")}
      </Button>
      {isWrong && (
        <p role="alert" className="w-full text-xs text-accent">
          {t("addressWrong")}
        </p>
      )}
    </div>
  );
}
