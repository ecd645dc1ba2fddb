"use client";

import { useTranslations } from "next-intl";
import { useStore } from "zustand";

import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Popover } from "@/components/ui/popover";
import { useReader, useReaderState } from "./reader-context";

const FACES = 3;
const NAMES = 12;

/** Who else has the reading open: faces with a number, and all by name behind them. */
export function PresenceButton() {
  const t = useTranslations("reader.presence");
  const { company, writer } = useReader();
  const { people, count, isStaffOnly } = useStore(company);
  const mutedIds = useReaderState(({ own }) => own.mutedIds);
  const here = people.filter(({ id }) => !mutedIds.has(id));
  const more = count - people.length;
  const total = here.length + more;
  if (here.every(({ id }) => id === writer.id)) return null;
  // What is told of oneself is no news.
  const faces = here.filter(({ id }) => id !== writer.id).slice(0, FACES);
  const named = here.slice(0, NAMES).map(({ name }) => name);
  const unnamed = total - named.length;
  const names = unnamed > 0 ? [...named, t("more", { count: unnamed })] : named;
  const values = { count: total, names: names.join(", ") };
  return (
    <Popover
      title={t("title")}
      trigger={
        <button
          type="button"
          className="presence-button"
          aria-label={isStaffOnly ? t("staffHere", values) : t("here", values)}
        >
          <span className="presence-faces">
            {faces.map(({ id, name }) => (
              <Avatar key={id} id={id} name={name} size="sm" />
            ))}
          </span>
          <span className="tabular-nums">{total}</span>
        </button>
      }
    >
      <p className="font-medium" aria-hidden="true">
        {t("title")}
      </p>
      <ul className="mt-2 space-y-1.5">
        {here.map(({ id, name, isStaff }) => (
          <li key={id} className="flex items-center gap-2">
            <Avatar id={id} name={name} size="sm" />
            <span className="min-w-0 wrap-anywhere">
              {id === writer.id ? t("you", { name }) : name}
            </span>
            {isStaff && <Badge>{t("staff")}</Badge>}
          </li>
        ))}
      </ul>
      {more > 0 && <p className="mt-2 text-soft">{t("more", { count: more })}</p>}
      <p className="mt-3 text-xs text-soft">{t(isStaffOnly ? "staffOnlyHint" : "hint")}</p>
    </Popover>
  );
}
