"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";

import { AskButton } from "@/components/ui/ask-button";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { AudienceForecast } from "@/lib/annotations/audience";
import { api, Refused } from "./api";
import { audienceKey, type ForWhom, isWider } from "./audience-choice";
import { AudienceSelect } from "./audience-select";
import type { LocalThread } from "./merge";
import { useReader, useReaderState } from "./reader-context";

/** Who sees one's thread, and giving it to others. Stands once, for the thread that was asked about. */
export function AudienceWindow() {
  const t = useTranslations("reader.whoSees");
  const { store } = useReader();
  const thread = useReaderState(({ threads, audienceOfId }) =>
    audienceOfId ? threads.get(audienceOfId) : undefined,
  );
  const card = useRef<HTMLElement | null>(null);
  if (thread) card.current = document.querySelector(`[data-annotation-id="${thread.id}"]`);
  const close = () => store.askAudience(null);
  return (
    <Dialog open={thread !== undefined} onOpenChange={close} title={t("title")} finalFocus={card}>
      {thread && <AudienceForm key={thread.id} thread={thread} onDone={close} />}
    </Dialog>
  );
}

function AudienceForm({ thread, onDone }: { thread: LocalThread; onDone: () => void }) {
  const t = useTranslations("reader.whoSees");
  const { actions } = useReader();
  const before: ForWhom = { audience: thread.audience, groupId: thread.group?.id };
  const [whom, setWhom] = useState(before);
  const isSame = audienceKey(whom) === audienceKey(before);
  const forecast = useForecast(thread.id, whom, isSame);
  const canBe = typeof forecast === "object" && forecast !== null && forecast.refusal === null;

  async function change(): Promise<void> {
    if (await actions.changeAudience(thread, whom)) onDone();
  }

  return (
    <>
      <AudienceSelect value={whom} onChoose={setWhom} />
      <div role="status" className="mt-3 min-h-10 text-sm text-soft">
        {!isSame && <Forecast forecast={forecast} />}
      </div>
      <div className="mt-4 flex flex-wrap justify-end gap-3">
        <Button onClick={onDone}>{t("leave")}</Button>
        {canBe &&
          !isSame &&
          (isWider(whom, before) ? (
            <AskButton
              variant="primary"
              title={t("widen.title")}
              consequence={t("widen.consequence", { count: forecast.gainSight })}
              confirm={t("widen.confirm")}
              cancel={t("leave")}
              onConfirm={() => void change()}
            >
              {t("change")}
            </AskButton>
          ) : (
            <Button variant="primary" onClick={() => void change()}>
              {t("change")}
            </Button>
          ))}
      </div>
    </>
  );
}

function Forecast({ forecast }: { forecast: AudienceForecast | string | null }) {
  const t = useTranslations("reader.whoSees");
  if (forecast === null) return <p>{t("asking")}</p>;
  if (typeof forecast === "string") return <p>{forecast}</p>;
  if (forecast.refusal) return <p className="text-ink">{t(`refusal.${forecast.refusal}`)}</p>;
  return (
    <>
      <p>{t("lose", { count: forecast.loseSight })}</p>
      <p>{t("gain", { count: forecast.gainSight })}</p>
    </>
  );
}

/** What would come of it, or why that cannot be told; null until the answer is in. */
function useForecast(id: string, { audience, groupId }: ForWhom, isSame: boolean) {
  const t = useTranslations("reader");
  const [told, setTold] = useState<{ key: string; forecast: AudienceForecast | string }>();
  const key = audienceKey({ audience, groupId });
  useEffect(() => {
    if (isSame) return;
    let isCurrent = true;
    const tell = (forecast: AudienceForecast | string) => {
      if (isCurrent) setTold({ key, forecast });
    };
    api
      .forecastAudience(id, { audience, groupId })
      .then(tell, (error) => tell(error instanceof Refused ? error.message : t("unreachable")));
    return () => {
      isCurrent = false;
    };
  }, [id, key, audience, groupId, isSame, t]);
  return told?.key === key ? told.forecast : null;
}
