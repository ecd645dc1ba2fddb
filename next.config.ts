import { readFileSync } from "node:fs";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/server/i18n.ts");

/** What the page says that stands in when everything else is broken: it can ask nobody for words. */
const { errorPage } = JSON.parse(readFileSync("messages/en.json", "utf8"));

const SECURITY_HEADERS = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "strict-origin-when-cross-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
  "cross-origin-opener-policy": "same-origin",
  // Browsers heed it only over https.
  "strict-transport-security": "max-age=31536000",
};

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Written into the script: an import would bring the words of all pages to every page.
  env: { ERROR_PAGE_WORDS: JSON.stringify(errorPage) },
  typedRoutes: true,
  // Titles and icons stand in the head of every page, also for readers without JavaScript.
  htmlLimitedBots: /.*/,
  // `npm run check` checks types, of tests as well: a start must not fail on those, nor wait.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    ...["pg", "pg-boss", "nodemailer", "@node-rs/argon2", "pino", "piscina", "@prisma/client"],
    // What reads files runs in a process of its own, and is found there by Node.
    ...["mammoth", "pdfjs-dist", "linkedom", "yauzl", "@mozilla/readability"],
  ],
  experimental: {
    // A pasted reading holds 5 MB of text at most, three bytes each in UTF-8; the rest is the form.
    serverActions: { bodySizeLimit: "16mb" },
  },
  // The Content-Security-Policy is in proxy.ts: its nonce is new for every page.
  headers: async () => [
    {
      source: "/:path*",
      headers: Object.entries(SECURITY_HEADERS).map(([key, value]) => ({ key, value })),
    },
  ],
};

export default withNextIntl(config);
