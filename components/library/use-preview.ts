"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

/** Renders a text without keeping it. */
export type PreviewAction = (
  format: string,
  text: string,
) => Promise<{ html: string; problems: string[] }>;

/** Above this a preview is made only on request: every change would send the whole text. */
const LONG = 200_000;
const PAUSE = 400;

/** The preview of the form in which `place` stands; answers that come late are dropped. */
export function usePreview(place: RefObject<HTMLElement | null>, preview: PreviewAction) {
  const [shown, setShown] = useState<Shown | null>(null);
  const [isWaiting, setWaiting] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const [isLong, setLong] = useState(false);
  const turn = useRef(0);

  const show = useCallback(async () => {
    const form = place.current?.closest("form");
    if (!form) return;
    const typed = readForm(form);
    const mine = ++turn.current;
    if (typed.text.trim() === "") {
      setShown(null);
      return;
    }
    setWaiting(true);
    try {
      const { html, problems } = await preview(typed.format, typed.text);
      if (mine !== turn.current) return;
      setShown({ html, problems, about: typed });
      setFailed(false);
    } catch {
      if (mine === turn.current) setFailed(true);
    } finally {
      if (mine === turn.current) setWaiting(false);
    }
  }, [place, preview]);

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(timer);
      const tooLong = readForm(form).text.length > LONG;
      setLong(tooLong);
      if (!tooLong) timer = setTimeout(show, PAUSE);
    };
    form.addEventListener("input", later);
    later();
    return () => {
      clearTimeout(timer);
      form.removeEventListener("input", later);
    };
  }, [place, show]);

  return { shown, isWaiting, hasFailed, isLong, show };
}

interface Shown {
  html: string;
  problems: string[];
  about: { title: string; author: string; source: string; language: string };
}

function readForm(form: HTMLFormElement) {
  const typed = new FormData(form);
  const read = (name: string) => String(typed.get(name) ?? "");
  return {
    title: read("title"),
    author: read("author"),
    source: read("source"),
    language: read("language"),
    format: read("format"),
    text: read("text"),
  };
}
