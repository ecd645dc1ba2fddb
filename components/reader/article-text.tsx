"use client";

import type { JSONContent } from "@tiptap/core";
import { useEffect, useRef } from "react";

import { createTextSurface, readDocument, type TextSurface } from "./text-surface";

/**
 * The text itself: the server's markup, which TipTap takes over once the page has come alive.
 * React writes it once and never again.
 */
export function ArticleText({ html, language, onSurface }: ArticleTextProps) {
  const element = useRef<HTMLDivElement>(null);
  const content = useRef<JSONContent>(null);

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
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered from the reading schema, which has no scripts
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}

interface ArticleTextProps {
  html: string;
  language: string;
  onSurface: (surface: TextSurface | null) => void;
}
