"use client";

import { NextIntlClientProvider } from "next-intl";

import { ErrorNotice, type ErrorPageProps } from "@/components/shell/error-notice";
import { errorPage } from "@/messages/en.json";

import "./globals.css";

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
