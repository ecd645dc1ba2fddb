/**
 * Knows which threads hold something that the reader has not seen: what others wrote since the
 * last visit, or write now. A thread is seen when it was chosen, or when its dot went.
 */
export function createUnread(seenAt: number) {
  const seen = new Set<string>();
  let fresh: ReadonlySet<string> = new Set();
  return {
    /** Takes note of what has changed; to be called after every change. */
    follow(state: { freshIds: ReadonlySet<string>; focusedId: string | null }): void {
      for (const id of fresh) if (!state.freshIds.has(id)) seen.add(id);
      fresh = state.freshIds;
      if (state.focusedId) seen.add(state.focusedId);
    },
    isUnread({ id, othersAt }: { id: string; othersAt: number }): boolean {
      return fresh.has(id) || (othersAt > seenAt && !seen.has(id));
    },
  };
}
