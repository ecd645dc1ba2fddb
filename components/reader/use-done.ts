import { useTranslations } from "next-intl";

import { toast } from "@/components/ui/toast";

/** Says what was done, and offers for a while to take it back. */
export function useDone() {
  const t = useTranslations("reader");
  return (message: string, undo: () => Promise<unknown>): void => {
    const action = { label: t("undo"), onAct: () => void undo() };
    toast(message, { action });
  };
}
