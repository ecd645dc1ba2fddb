import "server-only";

const HEARTBEAT_MS = 20_000;
/** What may wait for a reader that does not read; then it is asked to come back instead. */
const BUFFER_BYTES = 1024 * 1024;
/** Readers who were sent away together come back one after the other. */
const RETRY_LEAST_MS = 500;
const RETRY_SPREAD_MS = 3_000;

interface Listener {
  onMessage(message: { type: string }, cursor: string): void;
  /** What whoever comes back does not go on from. */
  onPassing(message: { type: string }): void;
  onEnd(reason: string): void;
}

/**
 * Answers with server-sent events fed by `open`, which is given where to send and returns how to
 * stop. Refusals of `open` are thrown before the stream begins, so they have a status of their own.
 */
export async function eventStream(
  request: Request,
  open: (listener: Listener) => Promise<() => void>,
): Promise<Response> {
  const encoder = new TextEncoder();
  const waiting: string[] = [];
  let send = (text: string) => void waiting.push(text);
  let finish: () => void = () => undefined;
  let isOver = false;

  const close = await open({
    onMessage: ({ type, ...rest }, cursor) =>
      send(`id: ${cursor}\nevent: ${type}\ndata: ${JSON.stringify(rest)}\n\n`),
    onPassing: ({ type, ...rest }) => send(`event: ${type}\ndata: ${JSON.stringify(rest)}\n\n`),
    onEnd(reason) {
      send(`event: end\ndata: ${JSON.stringify({ reason })}\n\n`);
      isOver = true;
      finish();
    },
  });

  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const heartbeat = setInterval(() => send(": here\n\n"), HEARTBEAT_MS);
        let isFinished = false;
        finish = () => {
          if (isFinished) return;
          isFinished = true;
          clearInterval(heartbeat);
          close();
          try {
            controller.close();
          } catch {
            // Cancelled by the reader: closed already.
          }
        };
        send = (text) => {
          if (isFinished) return;
          controller.enqueue(encoder.encode(text));
          if ((controller.desiredSize ?? 0) <= 0) finish();
        };
        const retry = Math.round(RETRY_LEAST_MS + Math.random() * RETRY_SPREAD_MS);
        send(`retry: ${retry}\n\n`);
        for (const text of waiting) send(text);
        request.signal.addEventListener("abort", finish);
        if (isOver || request.signal.aborted) finish();
      },
      cancel: () => finish(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: BUFFER_BYTES }),
  );
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // Without no-transform the server would compress, and so hold back, what is sent.
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
