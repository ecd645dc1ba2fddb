/**
 * Sends what a person wishes of each thing, one request at a time: where they changed their mind
 * while one was on its way, only the last wish follows it.
 */
export function createWishes<T>() {
  const wishes = new Map<string, { value: T }>();

  /** Resolves when the wish is kept, or will be by the request that is on its way. */
  return async function wish(
    key: string,
    value: T,
    send: (value: T) => Promise<void>,
  ): Promise<void> {
    const isSending = wishes.has(key);
    wishes.set(key, { value });
    if (isSending) return;
    try {
      for (let asked = wishes.get(key); asked; ) {
        await send(asked.value);
        const next = wishes.get(key);
        asked = next === asked ? undefined : next;
      }
    } finally {
      wishes.delete(key);
    }
  };
}
