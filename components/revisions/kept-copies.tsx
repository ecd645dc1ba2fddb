"use client";

import { useFormatter, useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { renderHtml } from "@/lib/editor/reading-html";
import { readingSchema } from "@/lib/editor/reading-schema";
import { indexText } from "@/lib/editor/text-index";
import type { KeptText } from "./kept-draft";

/** Texts that could not be saved because another was saved first: to be copied, or thrown away. */
export function KeptCopies({ copies, onDiscard }: KeptCopiesProps) {
  const t = useTranslations("revisions.editor");
  const format = useFormatter();
  if (copies.length === 0) return null;

  async function copy(document: KeptText["document"]): Promise<void> {
    const node = readingSchema.nodeFromJSON(document);
    try {
      await navigator.clipboard.write([
        new ClipboardItem({
          "text/html": new Blob([renderHtml(node)], { type: "text/html" }),
          "text/plain": new Blob([indexText(node).text], { type: "text/plain" }),
        }),
      ]);
      toast(t("copyCopied"));
    } catch {
      toast(t("copyNotCopied"), { isUrgent: true });
    }
  }

  return (
    <section aria-label={t("copies")} className="mb-6 rounded-md border border-edge bg-raised p-4">
      <h2 className="text-sm font-semibold">{t("copies")}</h2>
      <p className="mt-1 max-w-prose text-sm text-soft">{t("copiesText")}</p>
      <ul className="mt-2">
        {copies.map(({ key, document, keptAt }) => (
          <li key={key} className="flex flex-wrap items-center gap-2 border-t border-rule py-2">
            <details className="min-w-0 flex-1 basis-60 text-sm">
              <summary>
                {t("copyOf", {
                  time: format.dateTime(new Date(keptAt), {
                    dateStyle: "medium",
                    timeStyle: "short",
                  }),
                })}
              </summary>
              <pre className="mt-2 max-h-60 overflow-auto rounded-sm bg-sunk p-3 font-serif whitespace-pre-wrap">
                {indexText(readingSchema.nodeFromJSON(document)).text}
              </pre>
            </details>
            <Button size="sm" onClick={() => void copy(document)}>
              {t("copy")}
            </Button>
            <Button size="sm" variant="quiet" onClick={() => onDiscard(key)}>
              {t("copyDiscard")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface KeptCopiesProps {
  copies: KeptText[];
  onDiscard: (key: string) => void;
}
