"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef } from "react";

import { headingId } from "@/lib/editor/headings";
import { goToElement } from "./come-to-rest";
import { type HeadingBranch, nestHeadings } from "./nest-headings";
import { useReader } from "./reader-context";

/**
 * The headings of the text as links, the one that is being read marked and kept in view. Plain
 * links to places on the page: they work without script, and the way back is the browser's.
 */
export function Outline({ current, onGo }: OutlineProps) {
  const t = useTranslations("reader");
  const { headings } = useReader();
  const tree = useMemo(() => nestHeadings(headings), [headings]);
  const list = useRef<HTMLElement>(null);

  useEffect(() => {
    const box = list.current;
    const link = box?.querySelector<HTMLElement>("[aria-current]");
    // Whoever is about to choose must not have it taken away from under the pointer.
    if (!box || !link || current < 0 || box.matches(":hover, :focus-within")) return;
    const { top, bottom } = box.getBoundingClientRect();
    const place = link.getBoundingClientRect();
    if (place.top < top || place.bottom > bottom) box.scrollTop += place.top - (top + bottom) / 2;
  }, [current]);

  return (
    <nav ref={list} aria-label={t("outline")} className="outline-list">
      <Branches branches={tree} current={current} onGo={onGo} />
    </nav>
  );
}

interface OutlineProps {
  /** The place of the heading under which one reads; -1 before the first. */
  current: number;
  onGo?: () => void;
}

function Branches({ branches, current, onGo }: OutlineProps & { branches: HeadingBranch[] }) {
  return (
    <ol>
      {branches.map(({ heading, index, below }) => (
        <li key={heading.offset}>
          <a
            href={`#${headingId(heading.offset)}`}
            aria-current={index === current ? "location" : undefined}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              // A frame later: the browser follows the link first.
              requestAnimationFrame(() => goToElement(headingId(heading.offset)));
              onGo?.();
            }}
          >
            <span className="outline-words">{heading.words}</span>
          </a>
          {below.length > 0 && <Branches branches={below} current={current} onGo={onGo} />}
        </li>
      ))}
    </ol>
  );
}
