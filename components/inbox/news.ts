type Hear = (unread: number) => void;

/** A hidden tab gives its connection back: browsers allow a site only a few over HTTP/1.1. */
const HIDDEN_MS = 15_000;
const RETRY_LEAST_MS = 500;
const RETRY_SPREAD_MS = 3_000;

const hearers = new Set<Hear>();
let source: EventSource | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
/** The server said that this session has ended: asking again would only be refused. */
let isOver = false;

/**
 * Calls `hear` with the number of unread threads whenever the person's inbox may have changed,
 * until the returned function is called. All who listen on a page share one connection.
 */
export function onNews(hear: Hear): () => void {
  hearers.add(hear);
  if (hearers.size === 1) begin();
  return () => {
    hearers.delete(hear);
    if (hearers.size === 0) end();
  };
}

function begin(): void {
  isOver = false;
  document.addEventListener("visibilitychange", onVisibility);
  if (!document.hidden) open();
}

function end(): void {
  document.removeEventListener("visibilitychange", onVisibility);
  close();
}

function open(): void {
  clearTimeout(timer);
  if (source || isOver) return;
  source = new EventSource("/api/v1/inbox/events");
  source.addEventListener("news", (event: MessageEvent<string>) => {
    const { unread }: { unread: number } = JSON.parse(event.data);
    for (const hear of [...hearers]) hear(unread);
  });
  source.addEventListener("end", (event: MessageEvent<string>) => {
    const { reason }: { reason: string } = JSON.parse(event.data);
    close();
    if (reason === "access") isOver = true;
    else timer = setTimeout(open, RETRY_LEAST_MS + Math.random() * RETRY_SPREAD_MS);
  });
}

function close(): void {
  clearTimeout(timer);
  source?.close();
  source = null;
}

function onVisibility(): void {
  clearTimeout(timer);
  if (document.hidden) timer = setTimeout(close, HIDDEN_MS);
  else {
    // One that was refused is closed; who looks again asks again.
    if (source?.readyState === EventSource.CLOSED) close();
    open();
  }
}
