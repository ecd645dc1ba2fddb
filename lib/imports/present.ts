import type { Loss } from "@/lib/editor/hast/reading";
import type { ErrorKey, ErrorValues } from "@/lib/errors";
import type { Prisma } from "@/prisma/generated/client";
import { type ImportedAbout, importedAbout } from "./schema";

/** An import as its owner sees it. */
export interface ImportView {
  id: string;
  /** The file's name, or its address. */
  name: string;
  /** In bytes; 0 while it is not fetched. */
  size: number;
  state: "WAITING" | "WORKING" | "READY" | "FAILED" | "CANCELLED" | "KEPT";
  step: "waiting" | "fetching" | "parsing" | "images" | "mapping";
  /** Of the step, in hundredths. */
  progress: number;
  /** Why it failed. */
  error: { key: ErrorKey; values: ErrorValues } | null;
  about: ImportedAbout;
  losses: Loss[];
  readingId: string | null;
  createdAt: string;
}

export const importSelect = {
  ...{ id: true, name: true, size: true, state: true, step: true, progress: true },
  ...{ errorKey: true, errorValues: true, about: true, losses: true, readingId: true },
  createdAt: true,
} satisfies Prisma.ImportSelect;

export function presentImport(row: Prisma.ImportGetPayload<{ select: typeof importSelect }>) {
  const { errorKey, errorValues, about, losses, step, createdAt, ...rest } = row;
  const values = errorValues as ErrorValues;
  return {
    ...rest,
    step: step as ImportView["step"],
    error: errorKey ? { key: errorKey as ErrorKey, values } : null,
    about: importedAbout.parse(about),
    losses: losses as unknown as Loss[],
    createdAt: createdAt.toISOString(),
  } satisfies ImportView;
}
