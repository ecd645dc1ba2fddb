import { importsOf } from "./imports";
import type { Breach, Tree } from "./tree";

/** Files that need each other in a circle. Types leave nothing behind and do not count. */
export function cycleBreaches(tree: Tree): Breach[] {
  const needs = new Map(
    [...importsOf(tree)].map(([file, imports]) => [
      file,
      imports.flatMap(({ target, isType }) => (target && !isType ? [target] : [])),
    ]),
  );
  return circlesOf(needs).map((circle) => ({
    file: circle[0] ?? "",
    line: 1,
    rule: `imports itself: ${[...circle, circle[0]].join(" -> ")}`,
    remedy: "Move what both need into a file of its own",
  }));
}

/** One circle for each way back that a depth-first walk meets. */
function circlesOf(needs: Map<string, string[]>): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const walk = (file: string, path: string[]) => {
    const at = path.indexOf(file);
    if (at !== -1) circles.push(path.slice(at));
    if (at !== -1 || done.has(file)) return;
    for (const next of needs.get(file) ?? []) walk(next, [...path, file]);
    done.add(file);
  };
  for (const file of needs.keys()) walk(file, []);
  return circles;
}
