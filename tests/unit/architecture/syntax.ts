import { type Comment, type Node, type Program, parseSync, visitorKeys } from "oxc-parser";

/** A parsed file. */
export interface Syntax {
  program: Program;
  comments: Comment[];
  /** The line, from 1, on which an offset lies. */
  lineAt: (offset: number) => number;
}

const parsed = new Map<string, Syntax>();

/** Parses a TypeScript file once, however many rules ask. @throws when it does not parse */
export function parse(file: string, source: string): Syntax {
  const key = `${file}\n${source}`;
  const syntax = parsed.get(key) ?? parseAnew(file, source);
  parsed.set(key, syntax);
  return syntax;
}

function parseAnew(file: string, source: string): Syntax {
  const { program, comments, errors } = parseSync(file, source, { preserveParens: false });
  if (errors[0]) throw new Error(`${file} does not parse: ${errors[0].message}`);
  return { program, comments, lineAt: (offset) => source.slice(0, offset).split("\n").length };
}

export function isTypeScript(file: string): boolean {
  return /\.(tsx?|mts)$/.test(file);
}

/** Every node under `root` and `root` itself, in the order written, with its ancestors, outermost first. */
export function* nodesUnder(
  root: Node,
  ancestors: readonly Node[] = [],
): Generator<[Node, readonly Node[]]> {
  yield [root, ancestors];
  const inside = [...ancestors, root];
  const fields = root as unknown as Record<string, Node | (Node | null)[] | null>;
  for (const key of visitorKeys[root.type] ?? []) {
    for (const child of [fields[key] ?? []].flat()) if (child) yield* nodesUnder(child, inside);
  }
}

/** The value of a string literal, or of a template without gaps; null for all else. */
export function literalOf(node: Node | null | undefined): string | null {
  if (node?.type === "Literal") return typeof node.value === "string" ? node.value : null;
  if (node?.type !== "TemplateLiteral" || node.expressions.length > 0) return null;
  return node.quasis[0]?.value.cooked ?? null;
}

/** What an expression may come out as, when it only chooses: both arms of `?:`, `??`, `||`. */
export function choicesOf(node: Node): Node[] {
  switch (node.type) {
    case "ConditionalExpression":
      return [...choicesOf(node.consequent), ...choicesOf(node.alternate)];
    case "LogicalExpression":
      if (node.operator === "&&") return choicesOf(node.right);
      return [...choicesOf(node.left), ...choicesOf(node.right)];
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
      return choicesOf(node.expression);
    default:
      return [node];
  }
}
