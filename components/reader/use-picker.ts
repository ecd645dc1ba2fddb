import { useTranslations } from "next-intl";
import { type FocusEvent, type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";

import { blockAt, createPicker, type Pick, pickedRange } from "@/lib/anchoring";
import { pickedWords } from "./picked-words";
import { blockOfKey, stepOfKey } from "./picker-keys";
import { useReader } from "./reader-context";
import { firstWords } from "./thread-name";

/** How far somebody has gone in by keys: over the blocks, or inside one to pick a passage. */
export type PickerLevel = "none" | "block" | "passage";

/**
 * Selecting by keys, while the article itself has the focus: arrows from block to block, Enter to
 * pick words and sentences there, Escape one level out. What is picked is the browser's own
 * selection, so that the toolbar, its keys and copying work as they do with a mouse.
 */
export function usePicker() {
  const t = useTranslations("reader.picker");
  const { assignment, store, surface } = useReader();
  const [level, setLevel] = useState<PickerLevel>("none");
  const block = useRef<number | null>(null);
  const pick = useRef<Pick | null>(null);
  /** Whoever clicked into the text scrolls with the arrow keys, as on every page. */
  const isByPointer = useRef(false);

  const { language } = assignment.reading;
  const picker = useMemo(
    () => surface && createPicker(surface.text, surface.blocks, language),
    [surface, language],
  );

  function leave(to: PickerLevel): void {
    if (level === "passage" && pick.current && surface) {
      block.current = blockAt(surface.blocks, pickedRange(pick.current).start);
    }
    pick.current = null;
    surface?.pointAt(to === "block" ? block.current : null);
    setLevel(to);
  }

  function goToBlock(to: number): void {
    if (!surface) return;
    const { from, to: end } = surface.blocks[to]!;
    block.current = to;
    surface.pointAt(to);
    surface.scrollTo(from);
    setLevel("block");
    const words = firstWords(surface.text.slice(from, end)) || t("image");
    store.say(t("block", { number: to + 1, count: surface.blocks.length, words }));
  }

  function pickUp(next: Pick): void {
    if (!surface) return;
    const { start, end } = pickedRange(next);
    pick.current = next;
    surface.pointAt(null);
    surface.select(start, end);
    surface.scrollTo(next.head > next.anchor.start ? Math.max(start, next.head - 1) : next.head);
    setLevel("passage");
    store.say(pickedWords(surface.text.slice(start, end)) || t("image"));
  }

  /** What a key does; false where it is left to the page. */
  function press(event: KeyboardEvent<HTMLElement>): boolean {
    if (!surface || !picker || surface.blocks.length === 0) return false;
    const isOnLink = event.target !== event.currentTarget;
    if (event.key === "Escape" && level !== "none") {
      if (level === "passage") document.getSelection()?.removeAllRanges();
      leave(level === "passage" ? "block" : "none");
      return true;
    }
    if (level === "passage" && pick.current) {
      if (event.key === "Tab" && !event.shiftKey && assignment.can.annotate) {
        focusToolbar();
        return true;
      }
      const step = stepOfKey(event, getComputedStyle(surface.element).direction);
      if (step) pickUp(picker.step(pick.current, step));
      return step !== null;
    }
    if (event.shiftKey) return false;
    const here = isOnLink ? blockOfLink(event.target) : (block.current ?? surface.firstInView());
    if (event.key === "Enter" && !isOnLink) {
      const begun = picker.begin(here);
      if (begun) pickUp(begun);
      return begun !== null;
    }
    if (level === "none" && isByPointer.current) return false;
    const isFirst = level === "none" && event.key.startsWith("Arrow");
    const to = blockOfKey(event.key, here, surface.blocks.length);
    if (to === null) return false;
    event.currentTarget.focus({ preventScroll: true });
    goToBlock(isFirst ? here : to);
    return true;
  }

  function blockOfLink(target: EventTarget): number {
    return surface && target instanceof Node
      ? blockAt(surface.blocks, surface.offsetOf(target))
      : 0;
  }

  useEffect(() => {
    if (level !== "passage" || !surface) return;
    const follow = () => {
      if (document.getSelection()?.isCollapsed === false) return;
      // Annotated, or clicked away.
      block.current = pick.current && blockAt(surface.blocks, pickedRange(pick.current).start);
      pick.current = null;
      setLevel("none");
    };
    // The elements under a selection may be made anew when somebody else's mark arrives.
    const hold = () => {
      if (!pick.current) return;
      const { start, end } = pickedRange(pick.current);
      surface.select(start, end);
    };
    document.addEventListener("selectionchange", follow);
    const stop = surface.onPaint(hold);
    return () => {
      document.removeEventListener("selectionchange", follow);
      stop();
    };
  }, [level, surface]);

  return {
    level,
    onKeyDown(event: KeyboardEvent<HTMLElement>): void {
      if (event.defaultPrevented || event.nativeEvent.isComposing || event.altKey) return;
      const { target, currentTarget } = event;
      const isHere =
        target === currentTarget || (target as Element).classList.contains("annotation-link");
      if (!isHere) return;
      const isDone =
        event.ctrlKey || event.metaKey
          ? event.key.toLowerCase() === "a" && (surface?.selectAll() ?? false)
          : press(event);
      if (isDone) event.preventDefault();
    },
    onPointerDown(): void {
      isByPointer.current = true;
      if (level !== "none") leave("none");
    },
    onFocus(event: FocusEvent<HTMLElement>): void {
      const isFromOutside = !event.currentTarget.contains(event.relatedTarget);
      const isPressed = event.currentTarget.matches(":active");
      if (isFromOutside && !isPressed) isByPointer.current = false;
    },
    onBlur({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>): void {
      if (currentTarget.contains(relatedTarget) || isInToolbar(relatedTarget)) return;
      if (level !== "none") leave("none");
    },
  };
}

/** It stands beside what is picked a frame after that was picked. */
function focusToolbar(frames = 10): void {
  const button = document.querySelector<HTMLElement>("[data-annotate-toolbar] button");
  if (button) button.focus();
  else if (frames > 0) requestAnimationFrame(() => focusToolbar(frames - 1));
}

function isInToolbar(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[data-annotate-toolbar]") !== null;
}
