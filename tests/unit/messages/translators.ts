import type { Node, Program } from "oxc-parser";

import { literalOf, nodesUnder } from "../architecture/syntax";

/** A name by which a function asks for messages, such as `t` in `const t = useTranslations("home")`. */
export interface Translator {
  name: string;
  /** Empty when it is asked for whole keys. */
  namespace: string;
  /** The function, or the file, in which the name means this. */
  scope: Node;
}

/** The translators of a file: variables, and parameters that are declared to be one. */
export function translatorsOf(program: Program): Translator[] {
  return [...nodesUnder(program)].flatMap(([node, ancestors]) => {
    const [name, source] = bindingOf(node);
    const namespace = source && namespaceOfSource(source);
    if (!name || typeof namespace !== "string") return [];
    return [{ name, namespace, scope: ancestors.findLast(isScope) ?? program }];
  });
}

/** The namespace that a call asks in, or null when it asks for no message. */
export function namespaceOf(
  node: Node,
  ancestors: readonly Node[],
  translators: Translator[],
): string | null {
  if (node.type !== "CallExpression") return null;
  const asked = withoutMethod(node.callee);
  if (asked.type !== "Identifier") return namespaceOfSource(asked);
  const known = translators.filter(({ name }) => name === asked.name);
  const scope = ancestors.findLast((each) => known.some((one) => one.scope === each));
  return known.find((one) => one.scope === scope)?.namespace ?? null;
}

function withoutMethod(callee: Node): Node {
  if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return callee;
  return /^(rich|markup|raw|has)$/.test(callee.property.name) ? callee.object : callee;
}

/** A name, and what it was given or declared to be. */
function bindingOf(node: Node): [string, Node | null | undefined] | [] {
  if (node.type === "VariableDeclarator" && node.id.type === "Identifier") {
    return [node.id.name, node.init];
  }
  if (node.type === "Identifier" && "typeAnnotation" in node) {
    const query = node.typeAnnotation
      ? [...nodesUnder(node.typeAnnotation)].find(([each]) => each.type === "TSTypeQuery")
      : undefined;
    return [node.name, query?.[0]];
  }
  return [];
}

/** The namespace of `useTranslations("x")`, `await getTranslations("x")` or `typeof useTranslations<"x">`. */
function namespaceOfSource(node: Node): string | null {
  if (node.type === "AwaitExpression") return namespaceOfSource(node.argument);
  if (node.type === "TSTypeQuery") {
    const [named] = node.typeArguments?.params ?? [];
    if (!isSourceName(node.exprName)) return null;
    return named?.type === "TSLiteralType" ? literalOf(named.literal) : "";
  }
  if (node.type !== "CallExpression" || !isSourceName(node.callee)) return null;
  return node.arguments[0] ? literalOf(node.arguments[0]) : "";
}

function isSourceName(node: Node): boolean {
  return node.type === "Identifier" && /^(use|get)Translations$/.test(node.name);
}

function isScope({ type }: Node): boolean {
  return /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(type);
}
