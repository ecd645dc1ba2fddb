import "server-only";

import { Refusal } from "@/lib/errors";
import { convert } from "./convert";
import type { Said } from "./convert-apart";
import { fetchPublic } from "./fetch-public";
import type { Source } from "./source";

// The whole of the other process: it takes one file, says what it came to, and is ended.

/** For all images of a page together: the text is worth more than the last of them. */
const FETCHING_MS = 20_000;

let kept: () => void = () => undefined;

process.on("message", (told: { kind: "source"; source: Source } | { kind: "kept" }) => {
  if (told.kind === "kept") kept();
  else void work(told.source);
});
// Nobody is left to tell.
process.on("disconnect", () => process.exit());

async function work(source: Source): Promise<void> {
  const until = Date.now() + FETCHING_MS;
  try {
    const converted = await convert(source, {
      progress: (step, share) => say({ kind: "progress", step, share }),
      keepImage: (image) =>
        new Promise((resolve) => {
          kept = resolve;
          say({ kind: "image", image });
        }),
      async fetchImage(address) {
        const deadline = until - Date.now();
        if (deadline <= 0) throw new Error("no time left");
        return (await fetchPublic(address, { deadline })).bytes;
      },
    });
    const peakBytes = process.resourceUsage().maxRSS * 1024;
    say({ kind: "done", converted, peakBytes });
  } catch (error) {
    if (error instanceof Refusal) say({ kind: "refused", key: error.key });
    else say({ kind: "failed", message: error instanceof Error ? (error.stack ?? "") : "" });
  }
}

function say(said: Said): void {
  process.send?.(said);
}
