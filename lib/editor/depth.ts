/** How deep a document may be nested: far beyond what anybody writes, well below what breaks. */
const DEPTH_LIMIT = 200;

/**
 * Whether what claims to be a document is nested deeper than can be read. Walked level by level,
 * because a recursive walk would itself exhaust the stack.
 */
export function isTooDeep(value: unknown): boolean {
  let level = [value];
  let depth = 0;
  while (level.length > 0 && depth <= DEPTH_LIMIT) {
    depth += 1;
    level = level.flatMap((node) => {
      const content = isRecord(node) ? node.content : undefined;
      return Array.isArray(content) ? content : [];
    });
  }
  return depth > DEPTH_LIMIT;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
