import { useTranslations } from "next-intl";
import { useEffect } from "react";

import { toast } from "@/components/ui/toast";
import { api } from "./api";
import { useReader } from "./reader-context";
import { useSteps } from "./use-steps";

/** Goes to the thread that the address names (`#a-<id>`), once all marks are known. */
export function useAddress(isKnown: boolean): void {
  const t = useTranslations("reader");
  const { store, surface } = useReader();
  const { goTo } = useSteps();

  useEffect(() => {
    if (!surface) return;
    let isGone = false;
    /** What was merged into another thread is found there. */
    const goToLead = async (id: string) => {
      const lead = await api.getThread(id).catch(() => null);
      if (isGone) return;
      if (lead && store.getState().marks.has(lead.id)) goTo(lead.id);
      else toast(t("threadGone"));
    };
    const follow = () => {
      const id = /^#a-(.+)$/.exec(window.location.hash)?.[1];
      if (!id) return;
      if (store.getState().marks.has(id)) goTo(id);
      else if (isKnown) void goToLead(id);
    };
    follow();
    window.addEventListener("hashchange", follow);
    return () => {
      isGone = true;
      window.removeEventListener("hashchange", follow);
    };
  }, [store, surface, goTo, isKnown, t]);
}
