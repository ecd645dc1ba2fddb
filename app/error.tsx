"use client";

import { ErrorNotice, type ErrorPageProps } from "@/components/shell/error-notice";

export default function RootError({ error, reset }: ErrorPageProps) {
  return (
    <main id="content">
      <ErrorNotice digest={error.digest} retry={reset} />
    </main>
  );
}
