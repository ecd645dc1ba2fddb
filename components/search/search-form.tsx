import NextForm from "next/form";
import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import { CONTROL } from "@/components/ui/control-style";

/** What to look for; works without script. */
export function SearchForm({ q }: { q: string }) {
  const t = useTranslations("search");
  return (
    <search>
      <NextForm action="/search" className="flex gap-3">
        <input
          // Another search begins with another field, whatever was typed in this one.
          key={q}
          type="search"
          name="q"
          aria-label={t("field")}
          aria-describedby="search-hint"
          defaultValue={q}
          maxLength={300}
          className={`${CONTROL} min-h-10 flex-1 pointer-coarse:min-h-11`}
        />
        <Button type="submit" variant="primary" className="min-h-10">
          {t("submit")}
        </Button>
      </NextForm>
      <p id="search-hint" className="mt-2 text-xs text-soft">
        {t("hint")}
      </p>
    </search>
  );
}
