"use client";

import { CloudOff, DoorClosed } from "lucide-react";
import { useTranslations } from "next-intl";

import { useReaderState } from "./reader-context";

/** Says when the page is not live, and what that means; says nothing while all is well. */
export function LiveStatus() {
  const t = useTranslations("reader");
  const connection = useReaderState((state) => state.connection);
  if (connection === "live" || connection === "connecting") return null;
  const Icon = connection === "ended" ? DoorClosed : CloudOff;
  return (
    <p
      className="reader-status flex items-center gap-2 rounded-md bg-wash px-3 py-2 text-sm"
      role="alert"
    >
      <Icon className="size-4 shrink-0 text-accent" aria-hidden="true" />
      {t(connection)}
    </p>
  );
}

/** What screen readers are told as it happens. */
export function Spoken() {
  const { text, number } = useReaderState((state) => state.said);
  return (
    <div role="status" className="sr-only">
      <span key={number}>{text}</span>
    </div>
  );
}
