"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId, useMemo } from "react";

import { Combobox } from "@/components/ui/combobox";
import { BareSelect } from "@/components/ui/select";
import { KINDS, SORTS, TOPS } from "./mark-filter";
import { useReaderState } from "./reader-context";
import { useFilter } from "./use-filter";

/** Whose notes, of which kind, in which order and how many: all but the choice beside it. */
export function FilterControls() {
  const t = useTranslations("reader.filter");
  const { filter, change } = useFilter();
  const { people, tags, groups } = useChoices();
  const id = useId();
  return (
    <div className="space-y-3">
      <Labelled id={`${id}-by`} label={t("by")}>
        <Combobox
          id={`${id}-by`}
          value={filter.by}
          options={people}
          placeholder={t("anybody")}
          empty={t("nobody")}
          onChoose={(by) => change({ by })}
        />
      </Labelled>
      <Labelled id={`${id}-kind`} label={t("kind")}>
        <BareSelect
          id={`${id}-kind`}
          value={filter.kind ?? ""}
          onChange={({ target }) =>
            change({ kind: KINDS.find((kind) => kind === target.value) ?? null })
          }
        >
          <option value="">{t("anyKind")}</option>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ))}
        </BareSelect>
      </Labelled>
      {(tags.length > 0 || filter.tag !== null) && (
        <Labelled id={`${id}-tag`} label={t("tag")}>
          <Combobox
            id={`${id}-tag`}
            value={filter.tag}
            options={tags}
            placeholder={t("anyTag")}
            empty={t("noTag")}
            onChoose={(tag) => change({ tag })}
          />
        </Labelled>
      )}
      {(groups.length > 0 || filter.group !== null) && (
        <Labelled id={`${id}-group`} label={t("group")}>
          <BareSelect
            id={`${id}-group`}
            value={filter.group ?? ""}
            onChange={({ target }) => change({ group: target.value || null })}
          >
            <option value="">{t("anyGroup")}</option>
            {groups.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </BareSelect>
        </Labelled>
      )}
      <Labelled id={`${id}-sort`} label={t("sort")}>
        <BareSelect
          id={`${id}-sort`}
          value={filter.sort}
          onChange={({ target }) =>
            change({ sort: SORTS.find((sort) => sort === target.value) ?? "position" })
          }
        >
          {SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {t(`sorts.${sort}`)}
            </option>
          ))}
        </BareSelect>
      </Labelled>
      {filter.sort !== "position" && (
        <Labelled id={`${id}-top`} label={t("limit")}>
          <BareSelect
            id={`${id}-top`}
            value={filter.top ?? ""}
            onChange={({ target }) =>
              change({ top: TOPS.find((top) => String(top) === target.value) ?? null })
            }
          >
            <option value="">{t("noLimit")}</option>
            {TOPS.map((top) => (
              <option key={top} value={top}>
                {t("top", { count: top })}
              </option>
            ))}
          </BareSelect>
        </Labelled>
      )}
    </div>
  );
}

function Labelled({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      {children}
    </div>
  );
}

/** Whose threads there are here, about what and for which groups, each by name. */
function useChoices() {
  const marks = useReaderState((state) => state.marks);
  return useMemo(() => {
    const people = new Map<string, string>();
    const tags = new Map<string, string>();
    const groups = new Map<string, string>();
    for (const mark of marks.ordered) {
      people.set(mark.author.id, mark.author.name);
      for (const name of mark.tags) tags.set(name, `#${name}`);
      if (mark.group) groups.set(mark.group.id, mark.group.name);
    }
    return { people: byName(people), tags: byName(tags), groups: byName(groups) };
  }, [marks]);
}

function byName(labels: ReadonlyMap<string, string>): { value: string; label: string }[] {
  return [...labels]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
