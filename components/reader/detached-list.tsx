"use client";

import { Unlink } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";

import { Button } from "@/components/ui/button";
import { useReaderState } from "./reader-context";
import { ThreadCard } from "./thread-card";
import { ThreadSkeleton } from "./thread-skeleton";
import { useMissingThreads } from "./use-missing-threads";

/** Few stand open, so that threads on the first passages keep their level. */
const SHOWN_AT_FIRST = 1;
const SHOWN_MORE = 20;

/** Threads whose words are no longer in the text: nothing that anybody wrote disappears. */
export function DetachedList() {
  const t = useTranslations("reader.revised");
  const [limit, setLimit] = useState(SHOWN_AT_FIRST);
  const marks = useReaderState((state) => state.shown);
  const isInOrder = useReaderState(({ filter }) => filter.sort === "position");
  const focusedId = useReaderState((state) => state.focusedId);
  const detached = useMemo(
    () => (isInOrder ? marks.ordered.filter(({ state }) => state === "DETACHED") : []),
    [marks, isInOrder],
  );
  const shown = detached.filter(({ id }, rank) => rank < limit || id === focusedId);
  useMissingThreads(shown.map(({ id }) => id));
  if (detached.length === 0) return null;

  return (
    <section aria-label={t("detached")} className="reader-detached">
      <h3 className="flex items-center gap-1.5 text-xs font-semibold text-soft">
        <Unlink className="size-3.5" aria-hidden="true" />
        {t("detached")}
      </h3>
      <p className="mt-0.5 text-xs text-soft">{t("detachedText")}</p>
      {shown.map(({ id }) => (
        <div key={id} data-card={id} className="reader-card">
          <Detached id={id} />
        </div>
      ))}
      {detached.length > shown.length && (
        <Button size="sm" variant="quiet" onClick={() => setLimit(limit + SHOWN_MORE)}>
          {t("moreDetached", { count: detached.length - shown.length })}
        </Button>
      )}
    </section>
  );
}

function Detached({ id }: { id: string }) {
  const thread = useReaderState(({ threads }) => threads.get(id));
  return thread ? <ThreadCard thread={thread} /> : <ThreadSkeleton />;
}
