import type { Node } from "@tiptap/pm/model";
import type { Editor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { toast } from "@/components/ui/toast";
import type { CommentImageView } from "@/lib/annotations/images";
import { COMMENT_IMAGES_AT_MOST } from "@/lib/editor/comment-schema";
import { api, Refused } from "./api";
import { useReader } from "./reader-context";

const BYTES_AT_MOST = 10 * 1024 * 1024;

/** Images of a comment that is being written: uploading them, and asking what each shows. */
export function useCommentImages() {
  const t = useTranslations("reader.images");
  const { assignment } = useReader();
  const [waiting, setWaiting] = useState<CommentImageView[]>([]);
  const [uploads, setUploads] = useState(0);
  const complain = (words: string) => toast(words, { isUrgent: true, timeout: 10_000 });

  /** `already` is how many images the comment has. */
  async function upload(files: readonly File[], already: number): Promise<void> {
    if (already + waiting.length + uploads + files.length > COMMENT_IMAGES_AT_MOST) {
      complain(t("tooMany", { maximum: COMMENT_IMAGES_AT_MOST }));
      return;
    }
    setUploads((count) => count + files.length);
    for (const file of files) {
      await uploadOne(file);
      setUploads((count) => count - 1);
    }
  }

  async function uploadOne(file: File): Promise<void> {
    if (file.size > BYTES_AT_MOST) {
      complain(t("tooLarge", { name: file.name }));
      return;
    }
    try {
      const image = await api.addCommentImage(assignment.id, file);
      setWaiting((others) => [...others, image]);
    } catch (error) {
      const reason = error instanceof Refused ? error.message : t("unreachable");
      complain(t("refused", { name: file.name, reason }));
    }
  }

  /** Puts the first that waits where the cursor is, or for null nowhere. */
  function finish(editor: Editor, alt: string | null): void {
    const [image] = waiting;
    setWaiting((all) => all.slice(1));
    const chain = editor.chain().focus();
    if (image && alt !== null) {
      // With a line to go on: on the image itself, the next key would replace it.
      const shown = { type: "image", attrs: { id: image.id, alt } };
      chain.insertContent([shown, { type: "paragraph" }]).run();
    } else chain.run();
  }

  return { inHand: waiting[0] ?? null, isUploading: uploads > 0, upload, finish };
}

/** The images in what is pasted or dropped; none where there are words, which say more. */
export function imagesIn(transfer: DataTransfer | null): File[] {
  if (transfer?.getData("text/plain").trim() !== "") return [];
  return [...transfer.files].filter(({ type }) => type.startsWith("image/"));
}

export function countImages(doc: Node): number {
  let count = 0;
  doc.descendants(({ type }) => {
    if (type.name === "image") count += 1;
  });
  return count;
}
