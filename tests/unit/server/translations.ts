import { createTranslator } from "next-intl";

import messages from "@/messages/en.json";

/** What `next-intl/server` gives a request, with the words that people really see. */
export async function getTranslations(namespace: "errors") {
  return createTranslator({ locale: "en", messages, namespace });
}
