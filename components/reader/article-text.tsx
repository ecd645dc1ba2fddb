"use client";

import type { JSONContent } from "@tiptap/core";
import { type CSSProperties, useEffect, useMemo, useRef } from "react";

import { createTextSurface, readDocument, type TextSurface } from "./text-surface";

/**
 * The text itself: the server's markup, which TipTap takes over once the page has come alive.
 * React writes it once and never again.
 */
export function ArticleText({ html, language, onSurface }: ArticleTextProps) {
  const element = useRef<HTMLDivElement>(null);
  const content = useRef<JSONContent>(null);
  const letters = useMemo(() => lettersAParagraph(html), [html]);

  useEffect(() => {
    const article = element.current;
    if (!article) return;
    let surface: TextSurface | undefined;
    // In steps, between which the page answers: together they are too long for one task.
    let timer = setTimeout(() => {
      // Read once: what an editor leaves behind when it goes is an empty element.
      content.current ??= readDocument(article);
      const { current } = content;
      timer = setTimeout(() => {
        surface = createTextSurface(article, current);
        onSurface(surface);
      });
    });
    return () => {
      clearTimeout(timer);
      if (!surface) return;
      onSurface(null);
      surface.destroy();
    };
  }, [onSurface]);

  return (
    <div
      ref={element}
      className="reading-text"
      lang={language || undefined}
      dir="auto"
      style={{ "--paragraph-letters": letters } as CSSProperties}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered from the reading schema, which has no scripts
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}

/**
 * About how many letters a paragraph has: by that the style sheet guesses how tall those are that
 * were never near the screen, so that the text is at once about as tall as it will turn out to be.
 */
function lettersAParagraph(html: string): number {
  const paragraphs = html.split("<p").length - 1;
  return Math.round(html.length / Math.max(paragraphs, 1));
}

interface ArticleTextProps {
  html: string;
  language: string;
  onSurface: (surface: TextSurface | null) => void;
}
