import { useTranslations } from "next-intl";
import { useCallback } from "react";

import { PASSAGE_LIMIT } from "@/lib/annotations/schema";
import { defaultAudience } from "./audience-choice";
import { useReader } from "./reader-context";

export type Choice = "highlight" | "comment" | "question" | "private";

/** Does with a passage what was chosen: marks it at once, or opens the composer for it. */
export function useAnnotate() {
  const t = useTranslations("reader");
  const { actions, assignment, store } = useReader();
  return useCallback(
    (choice: Choice, { start, end }: { start: number; end: number }) => {
      // The reason stands where the toolbar would.
      if (end - start > PASSAGE_LIMIT) return;
      const whom = defaultAudience(assignment);
      if (choice === "highlight") {
        const id = actions.annotate({ kind: "HIGHLIGHT", ...whom, start, end });
        store.focus(id);
        store.say(t("highlighted"));
      } else {
        store.write({
          type: "new",
          start,
          end,
          kind: choice === "question" ? "QUESTION" : "COMMENT",
          audience: choice === "private" ? "ONLY_ME" : whom.audience,
        });
        store.openDiscussion(true);
      }
      document.getSelection()?.removeAllRanges();
    },
    [actions, assignment, store, t],
  );
}
