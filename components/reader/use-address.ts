import { useTranslations } from "next-intl";
import { useEffect } from "react";

import { toast } from "@/components/ui/toast";
import { useReader } from "./reader-context";
import { useSteps } from "./use-steps";

/** Goes to the thread that the address names (`#a-<id>`), once all marks are known. */
export function useAddress(isKnown: boolean): void {
  const t = useTranslations("reader");
  const { store, surface } = useReader();
  const { goTo } = useSteps();

  useEffect(() => {
    if (!surface) return;
    const follow = () => {
      const id = /^#a-(.+)$/.exec(window.location.hash)?.[1];
      if (!id) return;
      if (store.getState().marks.has(id)) goTo(id);
      else if (isKnown) toast(t("threadGone"));
    };
    follow();
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, [store, surface, goTo, isKnown, t]);
}
