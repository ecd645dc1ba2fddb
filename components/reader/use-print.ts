import { useState } from "react";

import { loadForPrint } from "./load-for-print";
import { useReader } from "./reader-context";

/** Prints the reading once everything that belongs on the paper is loaded, as far as it can be. */
export function usePrint() {
  const { assignment, store } = useReader();
  const [progress, setProgress] = useState<{ loaded: number; all: number } | null>(null);

  async function print(): Promise<void> {
    setProgress({ loaded: 0, all: 0 });
    try {
      await loadForPrint(assignment, store, (loaded, all) => setProgress({ loaded, all }));
    } catch {
      // The paper itself says what is missing on it.
    }
    setProgress(null);
    window.print();
  }

  return { progress, print };
}
