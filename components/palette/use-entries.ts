import { useTranslations } from "next-intl";

import { useChangePreferences, usePreference } from "@/components/preferences/preferences-provider";
import {
  fitting,
  foundEntries,
  type PaletteEntry,
  type PaletteGroup,
  searchAddress,
} from "./entries";
import { usePalette } from "./palette-store";
import type { Found } from "./use-found";

const PLACES = [
  ["home", "/home"],
  ["notebook", "/notebook"],
  ["inbox", "/inbox"],
  ["library", "/library"],
  ["settings", "/settings"],
] as const;

/** All that fits what is typed: places and commands at once, what the server finds when it comes. */
export function useEntries(q: string, { view }: Found): PaletteGroup[] {
  const t = useTranslations("palette");
  const typed = q.trim();
  const commands = useCommands();
  const places = PLACES.map(([name, href]) => ({
    ...{ id: name, label: t("place", { name }), detail: "" },
    act: { href },
  }));
  const none = { courses: [], readings: [], people: [], posts: [] };
  const found = view ? foundEntries(view) : none;
  const everything: PaletteEntry = {
    id: "everything",
    label: t("everything", { q: typed }),
    detail: "",
    act: { href: searchAddress(typed) },
  };
  const groups = [
    { label: t("places"), items: fitting(places, typed) },
    { label: t("courses"), items: found.courses },
    { label: t("readings"), items: found.readings },
    { label: t("people"), items: found.people },
    { label: t("discussion"), items: found.posts },
    { label: t("commands"), items: fitting(commands, typed) },
    { label: t("search"), items: typed === "" ? [] : [everything] },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

function useCommands(): PaletteEntry[] {
  const t = useTranslations("palette");
  const theme = usePreference((preferences) => preferences.theme);
  const change = useChangePreferences();
  const commands = usePalette((state) => state.commands);
  const shortcuts = commands.get("shortcuts");
  const run = (name: "theme" | "shortcuts" | "signOut", act: () => void): PaletteEntry => ({
    ...{ id: name, label: t("command", { name }), detail: "" },
    act: { run: act },
  });
  return [
    run("theme", () => change({ theme: isDark(theme) ? "light" : "dark" })),
    ...(shortcuts ? [run("shortcuts", shortcuts)] : []),
    // The form of the account menu, which works without script too.
    run("signOut", () => document.querySelector<HTMLFormElement>("form#sign-out")?.requestSubmit()),
  ];
}

function isDark(theme: string): boolean {
  if (theme !== "system") return theme === "dark";
  return window.matchMedia("(prefers-color-scheme: dark)").matches;
}
