import type { NotebookQuery } from "@/lib/notebook/schema";

type Narrowed = Partial<Omit<NotebookQuery, "cursor">>;

/** The address of a notebook that is narrowed so; what is as usual is left out of it. */
export function notebookAddress(
  base: string,
  narrowed: Narrowed,
  also: Record<string, string> = {},
) {
  const usual: Record<string, string> = { show: "all", sort: "newest", q: "" };
  const given = Object.entries(narrowed).flatMap(([name, value]) =>
    value === undefined || value === usual[name] ? [] : [[name, value] as [string, string]],
  );
  const query = new URLSearchParams([...given, ...Object.entries(also)]).toString();
  return query === "" ? base : `${base}?${query}`;
}
