"use client";

import { ErrorNotice, type ErrorPageProps } from "@/components/shell/error-notice";

export default function SiteError({ error, reset }: ErrorPageProps) {
  return <ErrorNotice digest={error.digest} retry={reset} />;
}
