import { layOut } from "./margin-layout";
import type { TextSurface } from "./text-surface";

/** A card in the margin and the place in the text with which it wants to be level. */
interface Standing {
  id: string;
  start: number;
}

/** How many screens above and below the window places must be known exactly. */
const NEAR = 0.5;

interface StageOptions {
  surface: TextSurface;
  /** A card stands in its place for the first time. */
  onPlaced(id: string, card: HTMLElement): void;
}

/**
 * Keeps cards level with their passages while the text and the cards change. Sizes come from the
 * observer, in the same frame and without asking; where passages lie is asked once and kept until
 * the text changes its size, and of what is far from the window only about, until it comes near.
 * To ask for more would lay out that part of the text, a layout of the page for each. What is written are transforms, and only of cards that move: neither
 * React nor the page's layout has a part in it.
 */
export function createLevelStage({ surface, onPlaced }: StageOptions) {
  const cards = new Map<string, HTMLElement>();
  const heights = new Map<Element, number>();
  const tops = new Map<HTMLElement, number>();
  const levels = new Map<number, number>();
  let list: HTMLElement | null = null;
  let standing: readonly Standing[] = [];
  let focusedId: string | null = null;
  let frame = 0;
  /** Places that are known about only, and where the window was then. */
  let guesses: number[] = [];
  let guessedAt = 0;

  const observer = new ResizeObserver((changes) => {
    for (const { target, borderBoxSize } of changes) {
      if (target === surface.element) levels.clear();
      else heights.set(target, borderBoxSize[0]?.blockSize ?? 0);
    }
    place();
  });
  // What appears above the text moves it without changing its size.
  const above = new MutationObserver(later);

  function isNear(top: number): boolean {
    const margin = window.innerHeight * NEAR;
    return top > -margin && top < window.innerHeight + margin;
  }

  function onScroll(): void {
    const moved = window.scrollY - guessedAt;
    if (guesses.some((top) => isNear(top - moved))) later();
  }

  function later(): void {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(place);
  }

  function place(): void {
    if (!list) return;
    const origin = surface.element.getBoundingClientRect().top;
    guesses = [];
    guessedAt = window.scrollY;
    const shift = origin - list.getBoundingClientRect().top;
    const measured = standing.flatMap(({ id, start }) => {
      const card = cards.get(id);
      const height = card && heights.get(card);
      if (height === undefined) return [];
      // Above all of them stands what is said of the whole reading.
      return [{ id, level: Math.max(0, levelOf(start, origin) + shift), height }];
    });
    const places = layOut(measured, focusedId);
    for (const [id, top] of places) move(id, Math.round(top));
    const bottom = measured.reduce(
      (lowest, { id, height }) => Math.max(lowest, places.get(id)! + height),
      0,
    );
    stretch(Math.ceil(bottom));
  }

  function levelOf(start: number, origin: number): number {
    const known = levels.get(start);
    if (known !== undefined) return known;
    const rough = surface.roughTopOf(start);
    if (!isNear(rough)) {
      guesses.push(rough);
      return rough - origin;
    }
    const level = surface.topOf(start) - origin;
    levels.set(start, level);
    return level;
  }

  function move(id: string, top: number): void {
    const card = cards.get(id);
    if (!card || tops.get(card) === top) return;
    const isFirst = !tops.has(card);
    tops.set(card, top);
    card.style.transform = `translateY(${top}px)`;
    if (!isFirst) return;
    // It appears in its place, and travels only from there.
    card.dataset.placed = "first";
    requestAnimationFrame(() => {
      card.dataset.placed = "";
      onPlaced(id, card);
    });
  }

  /** Makes the margin as tall as what stands in it; a frame later, as the observer must not. */
  function stretch(height: number): void {
    const wanted = `${height}px`;
    if (!list || list.style.minBlockSize === wanted) return;
    const stretched = list;
    requestAnimationFrame(() => {
      stretched.style.minBlockSize = wanted;
    });
  }

  return {
    /** Takes what stands in the margin now, in order, and the card that stands exactly level. */
    show(next: readonly Standing[], nextFocusedId: string | null): void {
      standing = next;
      focusedId = nextFocusedId;
      later();
    },
    /** Takes a card, named by its `data-card`, until what is returned is called. */
    hold(card: HTMLElement | null): (() => void) | undefined {
      if (!card) return;
      const id = card.dataset.card ?? "";
      cards.set(id, card);
      observer.observe(card);
      return () => {
        observer.unobserve(card);
        heights.delete(card);
        tops.delete(card);
        if (cards.get(id) === card) cards.delete(id);
      };
    },
    /** Begins in this list, until what is returned is called. */
    start(margin: HTMLElement): () => void {
      list = margin;
      observer.observe(surface.element);
      window.addEventListener("scroll", onScroll, { passive: true });
      if (margin.previousElementSibling) observer.observe(margin.previousElementSibling);
      const body = surface.element.closest(".reader-body");
      if (body) above.observe(body, { childList: true });
      return () => {
        list = null;
        cancelAnimationFrame(frame);
        window.removeEventListener("scroll", onScroll);
        observer.unobserve(surface.element);
        if (margin.previousElementSibling) observer.unobserve(margin.previousElementSibling);
        above.disconnect();
      };
    },
  };
}
