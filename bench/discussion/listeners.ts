import { type ClientRequest, get } from "node:http";

/** Many open streams, and when each of them has heard of something. */
export interface Listeners {
  /** Milliseconds from now until every stream has brought these words. */
  untilAll(words: string): Promise<number>;
  close(): void;
}

/** As long as an event may be split over what arrives together. */
const TAIL = 256;

/** Opens a stream for each set of headers, and waits until all of them are open. */
export async function openListeners(
  url: string,
  headers: readonly Record<string, string>[],
): Promise<Listeners> {
  let wanted = "";
  let missing = 0;
  let heardByAll = () => {};
  const requests = await Promise.all(
    headers.map((own) =>
      openStream(url, own, () => {
        let tail = "";
        let heard = "";
        return (chunk) => {
          const text = tail + chunk;
          tail = text.slice(-TAIL);
          if (heard === wanted || !text.includes(wanted)) return;
          heard = wanted;
          missing -= 1;
          if (missing === 0) heardByAll();
        };
      }),
    ),
  );
  return {
    untilAll(words) {
      const begun = performance.now();
      wanted = words;
      missing = headers.length;
      return new Promise((resolve) => {
        heardByAll = () => resolve(performance.now() - begun);
      });
    },
    close() {
      for (const request of requests) request.destroy();
    },
  };
}

function openStream(
  url: string,
  headers: Record<string, string>,
  makeReader: () => (chunk: string) => void,
): Promise<ClientRequest> {
  return new Promise((resolve, reject) => {
    // A connection of its own: it stays open.
    const request = get(url, { headers, agent: false }, (response) => {
      if (response.statusCode !== 200) {
        reject(new Error(`the stream answered ${response.statusCode}`));
        return;
      }
      response.setEncoding("utf8").on("data", makeReader());
      response.on("error", () => undefined);
      resolve(request);
    });
    request.on("error", reject);
  });
}
