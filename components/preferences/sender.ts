import { type PreferenceChanges, UNSENT_COOKIE } from "@/lib/preferences/schema";
import { keepChanges, recallKept } from "./cookie";

/** As long as somebody is still moving a slider, nothing is sent. */
const SETTLE_MS = 600;
const RETRY_MS = 15_000;

/**
 * Brings changes to the account: a moment after the last one, and again until it has them. Until
 * then they are kept in this browser, over a dead network and a reload.
 */
export function createSender(personId: string) {
  let unsent = recallKept(UNSENT_COOKIE, personId);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function keep(changes: PreferenceChanges): void {
    unsent = changes;
    keepChanges(UNSENT_COOKIE, personId, unsent);
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    const sending = unsent;
    if (Object.keys(sending).length === 0) return;
    if (await hasArrived(sending)) keep(without(unsent, sending));
    else timer = setTimeout(attempt, RETRY_MS);
  }

  const attempt = () => void flush();

  return {
    send(changes: PreferenceChanges): void {
      keep({ ...unsent, ...changes });
      clearTimeout(timer);
      timer = setTimeout(attempt, SETTLE_MS);
    },
    /** Sends what waits now: the page goes, or the network is back. */
    flush: attempt,
    stop: () => clearTimeout(timer),
  };
}

/** Whether sending again is of no use: the account has it, or never will. */
async function hasArrived(changes: PreferenceChanges): Promise<boolean> {
  try {
    const { status } = await fetch("/api/v1/preferences", {
      method: "PATCH",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(changes),
      // The page may be gone before the answer.
      keepalive: true,
    });
    return status < 500 && status !== 429;
  } catch {
    return false;
  }
}

/** What was changed again while it was on its way stays. */
function without(unsent: PreferenceChanges, sent: PreferenceChanges): PreferenceChanges {
  const rest = Object.entries(unsent).filter(
    ([name, value]) => sent[name as keyof PreferenceChanges] !== value,
  );
  return Object.fromEntries(rest);
}
