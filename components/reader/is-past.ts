import type { ShownRevision } from "@/lib/assignments/present";

/** Whether a revision is looked back on: the course reads a newer one. */
export function isPast({ number, present }: ShownRevision): boolean {
  return number < present;
}
