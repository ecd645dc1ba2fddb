import { useEffect } from "react";
import { create } from "zustand";

/** What a page can do beside what every page can. */
export type PageCommand = "shortcuts";

interface PaletteState {
  isOpen: boolean;
  commands: ReadonlyMap<PageCommand, () => void>;
}

/** Whether the palette is open, and what the present page adds to it. */
export const usePalette = create<PaletteState>(() => ({ isOpen: false, commands: new Map() }));

export function openPalette(isOpen = true): void {
  usePalette.setState({ isOpen });
}

/** Offers something in the palette as long as this part of the page is there. */
export function usePageCommand(name: PageCommand, run: () => void): void {
  useEffect(() => {
    usePalette.setState(({ commands }) => ({ commands: new Map([...commands, [name, run]]) }));
    return () =>
      usePalette.setState(({ commands }) => ({
        commands: new Map([...commands].filter(([each]) => each !== name)),
      }));
  }, [name, run]);
}
