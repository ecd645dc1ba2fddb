import type { AssignmentViewer } from "@/lib/assignments/queries";
import type { Secret } from "./secrets";
import type { WayOut } from "./ways-out";

/** Where what was heard is not what the policy says. */
export interface Finding {
  viewer: string;
  wayOut: string;
  thing: string;
  fault: "LEAKS" | "is missing";
}

interface Heard {
  name: string;
  viewer: AssignmentViewer | null;
  wayOut: WayOut;
  body: string;
}

/** What of a body is there and must not be, or must be and is not. */
export function judge(
  { name, viewer, wayOut, body }: Heard,
  secrets: readonly Secret[],
): Finding[] {
  const asked = secrets.filter(
    ({ kind, hasGone }) =>
      !(wayOut.namesMembers && kind === "author") && !(wayOut.namesWhatWent && hasGone),
  );
  return asked.flatMap((secret): Finding[] => {
    const isHeard = body.includes(secret.word);
    const isFor = secret.isFor(viewer);
    const found = { viewer: name, wayOut: wayOut.name, thing: secret.thing };
    if (isHeard && !isFor) return [{ ...found, fault: "LEAKS" }];
    if (!isHeard && isFor && wayOut.carries(secret)) return [{ ...found, fault: "is missing" }];
    return [];
  });
}

/** Findings as a table, a line each; empty where there are none. */
export function asTable(findings: readonly Finding[]): string {
  const rows = findings.map(({ viewer, wayOut, thing, fault }) => [viewer, wayOut, thing, fault]);
  const widths = [0, 1, 2].map((at) => Math.max(0, ...rows.map((row) => row[at]?.length ?? 0)));
  const lines = rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("  "));
  return [...new Set(lines)].join("\n");
}
