import { createStore } from "zustand/vanilla";

import {
  BROWSER_COOKIE,
  type PreferenceChanges,
  type Preferences,
  readChanges,
} from "@/lib/preferences/schema";
import { show } from "./appearance";
import { keepChanges, recallKept } from "./cookie";
import { createSender } from "./sender";

/** How all tabs of one person in one browser tell each other. */
const CHANNEL = "postil-preferences";

/**
 * What the person behind this page has chosen, and the one way to choose: seen at once, here and
 * in other tabs, and brought to the account behind it; without an account, kept in this browser.
 */
export function createPreferencesStore(initial: Preferences, personId: string | null) {
  const store = createStore<Preferences>(() => initial);
  let sender: ReturnType<typeof createSender> | undefined;
  let channel: BroadcastChannel | undefined;

  function take(changes: PreferenceChanges): void {
    store.setState(changes);
    show(store.getState());
  }

  return {
    ...store,
    change(changes: PreferenceChanges): void {
      take(changes);
      channel?.postMessage({ personId, changes });
      if (sender) sender.send(changes);
      else {
        const kept = recallKept(BROWSER_COOKIE, null);
        keepChanges(BROWSER_COOKIE, null, { ...kept, ...changes });
      }
    },
    /** Begins to follow other tabs and to send; answers how to end that. */
    connect(): () => void {
      show(store.getState());
      const connected = new BroadcastChannel(CHANNEL);
      const sending = personId === null ? undefined : createSender(personId);
      channel = connected;
      sender = sending;
      connected.onmessage = ({ data }) => {
        if (data?.personId === personId) take(readChanges(data.changes));
      };
      const flush = () => sending?.flush();
      flush();
      window.addEventListener("pagehide", flush);
      window.addEventListener("online", flush);
      return () => {
        flush();
        sending?.stop();
        connected.close();
        window.removeEventListener("pagehide", flush);
        window.removeEventListener("online", flush);
      };
    },
  };
}

export type PreferencesStore = ReturnType<typeof createPreferencesStore>;
