import { Eye } from "lucide-react";
import { useTranslations } from "next-intl";

import { IconButton } from "@/components/ui/icon-button";
import { MenuItem } from "@/components/ui/menu";
import type { LocalComment } from "./merge";
import { useReader, useReaderState } from "./reader-context";

/** Leads from the words that opened one's thread to who sees it. */
export function AudienceItem({ comment }: { comment: LocalComment }) {
  const t = useTranslations("reader.whoSees");
  const { store } = useReader();
  const { annotationId, isOpening } = comment;
  const canChange = useReaderState(({ threads }) => threads.get(annotationId)?.can.change ?? false);
  if (!isOpening || !canChange) return null;
  return <MenuItem onClick={() => store.askAudience(annotationId)}>{t("open")}</MenuItem>;
}

/** The same for a highlight, which has no words. */
export function AudienceButton({ id }: { id: string }) {
  const t = useTranslations("reader.whoSees");
  const { store } = useReader();
  return (
    <IconButton label={t("open")} onClick={() => store.askAudience(id)}>
      <Eye />
    </IconButton>
  );
}
