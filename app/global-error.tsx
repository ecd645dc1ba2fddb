"use client";

import { NextIntlClientProvider } from "next-intl";

import { ErrorNotice, type ErrorPageProps } from "@/components/shell/error-notice";

import "./globals.css";

const errorPage = JSON.parse(process.env.ERROR_PAGE_WORDS ?? "{}");

export default function GlobalError({ error, reset }: ErrorPageProps) {
  return (
    <html lang="en">
      <body>
        <NextIntlClientProvider locale="en" messages={{ errorPage }}>
          <main>
            <ErrorNotice digest={error.digest} retry={reset} />
          </main>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
