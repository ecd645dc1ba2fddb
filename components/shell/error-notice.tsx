"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

import { Button } from "@/components/ui/button";
import { buttonStyle } from "@/components/ui/button-style";
import { Mark } from "./mark";

/** What happened, what was kept and what to do, with the number that the log has too. */
export function ErrorNotice({ digest, retry }: { digest?: string; retry: () => void }) {
  const t = useTranslations("errorPage");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="mx-auto w-full max-w-md px-4 pt-20 pb-24 md:pt-28">
      <Mark className="size-8" />
      <h1
        ref={heading}
        tabIndex={-1}
        className="mt-6 font-serif text-2xl font-medium outline-none md:text-3xl"
      >
        {t("title")}
      </h1>
      <p className="mt-3 text-soft">{t("text")}</p>
      {digest && <p className="mt-3 font-mono text-sm">{t("number", { digest })}</p>}
      <div className="mt-7 flex flex-wrap gap-3">
        <Button variant="primary" onClick={retry}>
          {t("retry")}
        </Button>
        <a href="/" className={buttonStyle()}>
          {t("home")}
        </a>
      </div>
    </div>
  );
}

/** What Next gives to an error page. */
export interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}
