import { useTranslations } from "next-intl";

/** Says that a text is not shown any more, and why. */
export function TakedownNotice({ reason }: { reason: string | null }) {
  const t = useTranslations("takedown");
  if (reason === null) return null;
  return (
    <div className="mb-6 border-s-2 border-accent bg-wash px-4 py-3 text-sm">
      <p className="font-medium">{t("notice")}</p>
      <p className="mt-1 text-soft wrap-anywhere">{reason}</p>
    </div>
  );
}
