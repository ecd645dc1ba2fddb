"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";

import { Button } from "@/components/ui/button";
import { sendFile } from "./send-file";

/** What a word processor or browser gives along with the bare words, if there is more to it than words. */
const STRUCTURE = /<(h[1-6]|table|ul|ol|blockquote|strong|b|em|i|img|sup|a)\b/i;

/**
 * Watches what is pasted into the form around it: where it came with headings, tables or notes, it
 * can be brought in with them instead of as bare words.
 */
export function RichPaste() {
  const t = useTranslations("imports");
  const router = useRouter();
  const place = useRef<HTMLDivElement>(null);
  const [html, setHtml] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState("");

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    const look = (event: ClipboardEvent) => {
      if (!(event.target instanceof HTMLTextAreaElement)) return;
      const pasted = event.clipboardData?.getData("text/html") ?? "";
      setHtml(STRUCTURE.test(pasted) ? pasted : null);
    };
    form.addEventListener("paste", look);
    return () => form.removeEventListener("paste", look);
  }, []);

  async function take() {
    if (!html || isSending) return;
    setSending(true);
    const file = new File([html], `${t("pasted")}.html`, { type: "text/html" });
    const sent = await sendFile(file);
    if ("id" in sent) router.push(`/library/imports/${sent.id}`);
    else {
      setSending(false);
      setProblem(sent.detail || t("unsent"));
    }
  }

  return (
    <div ref={place} role="status">
      {html && (
        <div className="flex flex-wrap items-center gap-3 border-s-2 border-accent bg-wash px-4 py-3 text-sm">
          <p className="flex-1 basis-60">{problem || t("richPaste")}</p>
          <Button size="sm" onClick={take} aria-disabled={isSending}>
            {t("keepFormatting")}
          </Button>
        </div>
      )}
    </div>
  );
}
