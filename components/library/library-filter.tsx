import NextForm from "next/form";
import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import { CONTROL } from "@/components/ui/control-style";
import { BareSelect } from "@/components/ui/select";

const SHOWN = ["all", "own", "shared", "archived"] as const;

/** Narrows a library; works without script. */
export function LibraryFilter({ query, shelves }: LibraryFilterProps) {
  const t = useTranslations("library.filter");
  return (
    <search className="mb-8">
      <NextForm
        // Another library begins with other fields.
        key={JSON.stringify(query)}
        action="/library"
        className="flex flex-wrap gap-3"
      >
        <input
          type="search"
          name="q"
          aria-label={t("words")}
          placeholder={t("words")}
          defaultValue={query.q}
          maxLength={300}
          className={`${CONTROL} min-h-10 min-w-0 flex-1 basis-52 pointer-coarse:min-h-11`}
        />
        <BareSelect name="show" aria-label={t("show")} defaultValue={query.show ?? "all"}>
          {SHOWN.map((show) => (
            <option key={show} value={show}>
              {t(`shown.${show}`)}
            </option>
          ))}
        </BareSelect>
        {shelves.collections.length > 0 && (
          <BareSelect
            name="collection"
            aria-label={t("collection")}
            defaultValue={query.collection ?? ""}
          >
            <option value="">{t("anyCollection")}</option>
            {shelves.collections.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </BareSelect>
        )}
        {shelves.tags.length > 0 && (
          <BareSelect name="tag" aria-label={t("tag")} defaultValue={query.tag ?? ""}>
            <option value="">{t("anyTag")}</option>
            {shelves.tags.map((tag) => (
              <option key={tag} value={tag}>
                {tag}
              </option>
            ))}
          </BareSelect>
        )}
        <Button type="submit">{t("submit")}</Button>
      </NextForm>
    </search>
  );
}

interface LibraryFilterProps {
  query: {
    q?: string | undefined;
    show?: string | undefined;
    tag?: string | undefined;
    collection?: string | undefined;
  };
  shelves: { tags: string[]; collections: { id: string; name: string }[] };
}
