"use client";

import { Eye, EyeOff, ListFilter } from "lucide-react";
import { useTranslations } from "next-intl";

import { IconButton } from "@/components/ui/icon-button";
import { Popover } from "@/components/ui/popover";
import { BareSelect } from "@/components/ui/select";
import { FilterControls } from "./filter-controls";
import { SHOWS } from "./mark-filter";
import { useFilter, useHidden } from "./use-filter";

/** What is shown of the discussion, in its head: the common choices at hand, the others behind a button. */
export function FilterBar() {
  const t = useTranslations("reader.filter");
  const { filter, change } = useFilter();
  const { areHidden, hide } = useHidden();
  return (
    <div className="reader-filter-bar">
      <BareSelect
        aria-label={t("show")}
        value={filter.show}
        onChange={({ target }) =>
          change({ show: SHOWS.find((show) => show === target.value) ?? "all" })
        }
      >
        {SHOWS.map((show) => (
          <option key={show} value={show}>
            {t(`shows.${show}`)}
          </option>
        ))}
      </BareSelect>
      <Popover
        title={t("name")}
        trigger={
          <IconButton label={t("name")}>
            <ListFilter />
          </IconButton>
        }
      >
        <FilterControls />
      </Popover>
      <IconButton label={t("hide")} aria-pressed={areHidden} onClick={() => hide(!areHidden)}>
        {areHidden ? <EyeOff /> : <Eye />}
      </IconButton>
    </div>
  );
}
