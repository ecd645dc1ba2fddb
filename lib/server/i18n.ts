import "server-only";

import { getRequestConfig } from "next-intl/server";

import messages from "@/messages/en.json";

/** Where next-intl takes language, words and time zone of a request from. */
export default getRequestConfig(async () => ({
  locale: "en",
  messages,
  // Times are rendered by <Time>, which knows the reader's zone; this is the fallback.
  timeZone: "UTC",
}));
