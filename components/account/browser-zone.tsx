"use client";

import { useSyncExternalStore } from "react";

/** Sends the browser's time zone along with a form; without script the form has none. */
export function BrowserZone() {
  const zone = useSyncExternalStore(subscribe, readZone, () => null);
  return zone && <input type="hidden" name="timeZone" value={zone} />;
}

function subscribe() {
  return () => {};
}

function readZone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
