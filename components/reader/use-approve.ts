import { useTranslations } from "next-intl";

import type { LocalComment } from "./merge";
import { useReader } from "./reader-context";
import { useDone } from "./use-done";

/** Lets a comment in, and offers for a while to have it wait again. */
export function useApprove(): (comment: LocalComment) => Promise<void> {
  const t = useTranslations("reader");
  const { actions } = useReader();
  const done = useDone();
  return async (comment) => {
    if (await actions.approve(comment)) done(t("held.done"), () => actions.undoDecision(comment));
  };
}
