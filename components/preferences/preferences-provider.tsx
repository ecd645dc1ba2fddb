"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { useStore } from "zustand";

import type { PreferenceChanges, Preferences } from "@/lib/preferences/schema";
import { createPreferencesStore, type PreferencesStore } from "./preferences-store";

const PreferencesContext = createContext<PreferencesStore | null>(null);

/** Gives the page what its reader has chosen. Another person needs another one: set a `key`. */
export function PreferencesProvider({ initial, personId, children }: PreferencesProviderProps) {
  const [store] = useState(() => createPreferencesStore(initial, personId));
  useEffect(() => store.connect(), [store]);
  return <PreferencesContext value={store}>{children}</PreferencesContext>;
}

/**
 * One of the preferences (or what follows from several), as it changes.
 * @example usePreference(({ shortcuts }) => shortcuts)
 */
export function usePreference<T>(select: (preferences: Preferences) => T): T {
  return useStore(useStoreAbove(), select);
}

/** Changes preferences: seen at once, remembered with the account. */
export function useChangePreferences(): (changes: PreferenceChanges) => void {
  return useStoreAbove().change;
}

function useStoreAbove(): PreferencesStore {
  const store = useContext(PreferencesContext);
  if (!store) throw new Error("preferences need a PreferencesProvider above them");
  return store;
}

interface PreferencesProviderProps {
  /** As the server showed the page. */
  initial: Preferences;
  /** Who is signed in. */
  personId: string | null;
  children: ReactNode;
}
