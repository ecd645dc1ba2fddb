import "server-only";

import { createTranslator } from "use-intl/core";

import messages from "@/messages/en.json";

/** The words of a namespace outside of a request, where next-intl cannot know who asks. */
export function getTranslations<Namespace extends "mail" | "inbox">(namespace: Namespace) {
  return createTranslator({ locale: "en", messages, namespace });
}
