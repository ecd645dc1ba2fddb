interface LoaderOptions {
  /** Fetches these threads and puts them where they are read from. */
  load(ids: string[]): Promise<void>;
  /** Whether a thread is there already. */
  isLoaded(id: string): boolean;
}

const IDS_A_REQUEST = 50;
/** More at once would only make the first of them later. */
const REQUESTS_AT_ONCE = 2;
/** Whoever scrolls asks for other threads with every frame; only what they stop at is fetched. */
const PAUSE_MS = 150;
/** Whoever asked for nothing so long makes a single step, which is answered at once. */
const REST_MS = 400;

/** Fetches threads in pages as they are wanted: what has been scrolled past is not asked for. */
export function createThreadLoader({ load, isLoaded }: LoaderOptions) {
  const asked = new Set<string>();
  let wanted: readonly string[] = [];
  let running = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastWish = Number.NEGATIVE_INFINITY;

  function run(): void {
    timer = undefined;
    while (running < REQUESTS_AT_ONCE) {
      const ids = wanted.filter((id) => !asked.has(id) && !isLoaded(id)).slice(0, IDS_A_REQUEST);
      if (ids.length === 0) return;
      void request(ids);
    }
  }

  async function request(ids: string[]): Promise<void> {
    running += 1;
    for (const id of ids) asked.add(id);
    let isDone = true;
    // Asked for again when they are wanted the next time.
    await load(ids).catch(() => {
      isDone = false;
    });
    for (const id of ids) asked.delete(id);
    running -= 1;
    // While one scrolls, the next page too waits until one stops.
    if (isDone && timer === undefined) run();
  }

  return {
    /** From now on these are wanted and no others, the first ones first; `now` is in milliseconds. */
    want(ids: readonly string[], now: number): void {
      wanted = ids;
      clearTimeout(timer);
      if (now - lastWish > REST_MS) run();
      else timer = setTimeout(run, PAUSE_MS);
      lastWish = now;
    },
    stop(): void {
      wanted = [];
      clearTimeout(timer);
    },
  };
}
