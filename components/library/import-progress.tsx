"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

import { Button } from "@/components/ui/button";
import { Form, type FormAction } from "@/components/ui/form";

/** How often it is asked how far the import is. */
const ASK_MS = 700;

/** How far an import is; the page may be left meanwhile, and shows it again when one comes back. */
export function ImportProgress({ shown, cancel }: ImportProgressProps) {
  const t = useTranslations("imports");
  const router = useRouter();
  const [known, setKnown] = useState(shown);
  const { id } = shown;

  useEffect(() => {
    const asking = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    async function ask() {
      try {
        const answer = await fetch(`/api/v1/imports/${id}`, { signal: asking.signal });
        if (answer.ok) {
          const found: Shown = await answer.json();
          setKnown(found);
          if (found.state !== "WAITING" && found.state !== "WORKING") {
            router.refresh();
            return;
          }
        }
      } catch {
        // The network is gone for a moment: it is asked again.
      }
      if (!asking.signal.aborted) timer = setTimeout(ask, ASK_MS);
    }
    timer = setTimeout(ask, ASK_MS);
    return () => {
      asking.abort();
      clearTimeout(timer);
    };
  }, [id, router]);

  const isCounted = known.state === "WORKING" && known.progress > 0;
  return (
    <div className="max-w-xl space-y-4">
      <p id="import-step" role="status" className="font-serif text-lg">
        {t(`steps.${known.state === "WAITING" ? "waiting" : known.step}`)}
      </p>
      <progress
        aria-labelledby="import-step"
        className="h-2 w-full accent-accent"
        max={100}
        {...(isCounted ? { value: known.progress } : {})}
      />
      <p className="text-sm text-soft">{t("leave")}</p>
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
      <Form action={cancel}>
        <input type="hidden" name="importId" value={id} />
        <Button type="submit">{t("cancel")}</Button>
      </Form>
    </div>
  );
}

interface Shown {
  id: string;
  state: string;
  step: "waiting" | "fetching" | "parsing" | "images" | "mapping";
  progress: number;
}

interface ImportProgressProps {
  shown: Shown;
  cancel: FormAction;
}
