import { NextIntlClientProvider, useMessages } from "next-intl";
import type { ReactNode } from "react";

import type messages from "@/messages/en.json";

/** The namespaces that the parts of every page need in the browser. */
const EVERYWHERE = [
  "ui",
  "shell",
  "palette",
  "appearance",
  "errorPage",
] as const satisfies Namespace[];

/** Sends the words of some namespaces to client components, and no others. */
export function ClientWords({ only = [], children }: ClientWordsProps) {
  const all = useMessages() as typeof messages;
  const sent = Object.fromEntries([...EVERYWHERE, ...only].map((name) => [name, all[name]]));
  return <NextIntlClientProvider messages={sent}>{children}</NextIntlClientProvider>;
}

type Namespace = keyof typeof messages;

interface ClientWordsProps {
  only?: Namespace[];
  children: ReactNode;
}
