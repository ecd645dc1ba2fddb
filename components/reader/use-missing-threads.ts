import { useEffect, useMemo } from "react";

import { api } from "./api";
import { useReader, useReaderState } from "./reader-context";
import { createThreadLoader } from "./thread-loader";

/** Asks for those of these threads that are not loaded yet. */
export function useMissingThreads(ids: readonly string[]): void {
  const { assignment, store } = useReader();
  const loader = useMemo(
    () =>
      createThreadLoader({
        isLoaded: (id) => store.getState().threads.has(id),
        async load(asked) {
          const { rows } = await api.listThreads(assignment, asked);
          store.putThreads(rows);
          // What the server no longer has went between the list of marks and this answer.
          const found = new Set(rows.map(({ id }) => id));
          for (const id of asked) if (!found.has(id)) store.drop(id);
        },
      }),
    [assignment, store],
  );
  const reloads = useReaderState((state) => state.reloads);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever was let go of is missing again
  useEffect(() => loader.want(ids, performance.now()), [loader, ids, reloads]);
  useEffect(() => () => loader.stop(), [loader]);
}
