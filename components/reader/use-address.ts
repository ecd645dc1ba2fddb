import { useTranslations } from "next-intl";
import { useEffect } from "react";

import { toast } from "@/components/ui/toast";
import { api } from "./api";
import { useReader } from "./reader-context";
import { useSteps } from "./use-steps";

const NAMED = /#a-(.+)$/;

/**
 * The thread that the address asked for last and that was not gone to yet. Heard from the first
 * script on: the router writes the address of the page anew when that comes alive, and what was
 * asked for in between would be lost.
 */
let asked = typeof window === "undefined" ? undefined : named(window.location.href);
if (typeof window !== "undefined") {
  window.addEventListener("hashchange", ({ newURL }) => {
    asked = named(newURL) ?? asked;
  });
}

function named(address: string): string | undefined {
  return NAMED.exec(address)?.[1];
}

/** Goes to the thread that the address names (`#a-<id>`), once all marks are known. */
export function useAddress(isKnown: boolean): void {
  const t = useTranslations("reader");
  const { store, surface } = useReader();
  const { goTo } = useSteps();

  // A page that was gone to from another one has an address of its own.
  useEffect(() => {
    asked = named(window.location.href) ?? asked;
    return () => {
      asked = undefined;
    };
  }, []);

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
      const id = asked;
      if (!id) return;
      if (!store.getState().marks.has(id) && !isKnown) return;
      asked = undefined;
      keepAddress(id);
      if (store.getState().marks.has(id)) goTo(id);
      else void goToLead(id);
    };
    follow();
    window.addEventListener("hashchange", follow);
    return () => {
      isGone = true;
      window.removeEventListener("hashchange", follow);
    };
  }, [store, surface, goTo, isKnown, t]);
}

/** The address names what is shown, whatever was made of it meanwhile. */
function keepAddress(id: string): void {
  const { pathname, search, hash } = window.location;
  if (hash !== `#a-${id}`) window.history.replaceState(null, "", `${pathname}${search}#a-${id}`);
}
