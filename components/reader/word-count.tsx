import { useTranslations } from "next-intl";

/** How many of the words that a post is asked to have are there. */
export function WordCount({ count, minimum }: { count: number; minimum: number }) {
  const t = useTranslations("reader.words");
  return (
    <p className="border-t border-rule px-3 py-1.5 text-xs text-soft tabular-nums">
      {t("count", { count, minimum })}
      {count < minimum && ` · ${t("short")}`}
    </p>
  );
}
