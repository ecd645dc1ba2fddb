import type { Editor } from "@tiptap/core";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { Refused } from "@/components/reader/api";
import { toast } from "@/components/ui/toast";
import { figureAround } from "@/lib/editor/writing-extensions";
import { api } from "./api";

/** A figure that waits for its words: a new image, or one that stands in the text. */
export interface FigureInHand {
  address: string;
  alt: string;
  caption: string;
  /** Where it stands; null for a new one. */
  position: number | null;
}

export type Figures = ReturnType<typeof useFigures>;

const BYTES_AT_MOST = 10 * 1024 * 1024;

/** Figures of the text in writing: uploading their images, and asking for their words. */
export function useFigures(editor: Editor | null, readingId: string) {
  const t = useTranslations("revisions.figure");
  const [waiting, setWaiting] = useState<FigureInHand[]>([]);
  const [uploads, setUploads] = useState(0);
  const [first] = waiting;

  async function upload(files: File[]): Promise<void> {
    setUploads((count) => count + files.length);
    for (const file of files) {
      await uploadOne(file);
      setUploads((count) => count - 1);
    }
  }

  async function uploadOne(file: File): Promise<void> {
    if (file.size > BYTES_AT_MOST) {
      toast(t("tooLarge", { name: file.name }), { isUrgent: true, timeout: 10_000 });
      return;
    }
    try {
      const { address } = await api.addImage(readingId, file);
      setWaiting((others) => [...others, { address, alt: "", caption: "", position: null }]);
    } catch (error) {
      const reason = error instanceof Refused ? error.message : t("unreachable");
      toast(t("refused", { name: file.name, reason }), { isUrgent: true, timeout: 10_000 });
    }
  }

  /** Takes up the figure at the selection; false where there is none. */
  function editSelected(): boolean {
    const found = editor && figureAround(editor.state);
    const image = found?.node.firstChild;
    if (!found || !image) return false;
    const caption = found.node.childCount > 1 ? found.node.lastChild!.textContent : "";
    const { src, alt } = image.attrs;
    setWaiting([{ address: src, alt, caption, position: found.position }]);
    return true;
  }

  function finish(words: { alt: string; caption: string } | null): void {
    setWaiting((all) => all.slice(1));
    if (first && words && editor) putFigure(editor, first, words);
    else editor?.commands.focus();
  }

  return { inHand: first ?? null, isUploading: uploads > 0, upload, editSelected, finish };
}

function putFigure(
  editor: Editor,
  { address, position, caption: before }: FigureInHand,
  { alt, caption }: { alt: string; caption: string },
): void {
  const { schema, tr } = editor.state;
  const { figure, image, figcaption } = schema.nodes;
  const words = caption === "" ? null : figcaption!.create(null, schema.text(caption));
  if (position === null) {
    const made = figure!.create(null, [
      image!.create({ src: address, alt }),
      ...(words ? [words] : []),
    ]);
    editor.chain().focus().insertContent(made.toJSON()).run();
    return;
  }
  tr.setNodeAttribute(position + 1, "alt", alt);
  const old = tr.doc.nodeAt(position);
  // A caption with emphasis or links in it stays as it is unless its words are others now.
  if (old && caption !== before) {
    const from = position + 2;
    tr.replaceWith(from, position + old.nodeSize - 1, words ?? []);
  }
  editor.view.dispatch(tr);
  editor.commands.focus();
}
