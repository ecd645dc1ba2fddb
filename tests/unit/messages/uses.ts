import type { Node } from "oxc-parser";

import { choicesOf, isTypeScript, literalOf, nodesUnder, parse } from "../architecture/syntax";
import { type Tree, within } from "../architecture/tree";
import { namespaceOf, translatorsOf } from "./translators";

/** A place in the code that asks for a message. */
export interface Use {
  file: string;
  line: number;
  /**
   * The full key in pieces, between which stands what only running the code tells: one piece for
   * `t("title")`, two for `` t(`kind.${kind}`) `` and for `t(name)`.
   */
  pieces: string[];
}

/** Every use of a message in the product, and every other string literal: what may fill a gap. */
export function readUses(tree: Tree): { uses: Use[]; words: Set<string> } {
  const uses: Use[] = [];
  const words = new Set<string>();
  for (const [file, source] of within(tree, "app", "components", "lib")) {
    if (!isTypeScript(file)) continue;
    const { program, lineAt } = parse(file, source);
    const translators = translatorsOf(program);
    const keys = new Set<Node>();
    for (const [node, ancestors] of nodesUnder(program)) {
      const asked = askedBy(node, namespaceOf(node, ancestors, translators), file);
      uses.push(...asked.map(({ at, pieces }) => ({ file, line: lineAt(at.start), pieces })));
      for (const { at } of asked) keys.add(at);
      const isSource = /^(Import|Export)/.test(ancestors.at(-1)?.type ?? "");
      const word = isSource || keys.has(node) ? null : literalOf(node);
      if (word !== null) words.add(word);
    }
  }
  return { uses, words };
}

interface Asked {
  at: Node;
  pieces: string[];
}

function askedBy(node: Node, namespace: string | null, file: string): Asked[] {
  if (node.type === "CallExpression" && namespace !== null) {
    const [key] = node.arguments;
    return key ? choicesOf(key).map((at) => ({ at, pieces: piecesOf(at, namespace) })) : [];
  }
  // A schema gives the name of a sentence under `errors` for the message of a check.
  const message = /^lib\/[a-z]+\/schema\.ts$/.test(file) ? messageOf(node) : null;
  const key = literalOf(message);
  return message && key !== null ? [{ at: message, pieces: [`errors.${key}`] }] : [];
}

function piecesOf(key: Node, namespace: string): string[] {
  const pieces =
    key.type === "TemplateLiteral"
      ? key.quasis.map(({ value }) => value.cooked ?? "")
      : [literalOf(key) ?? ["", ""]].flat();
  const prefix = namespace === "" ? "" : `${namespace}.`;
  return pieces.map((piece, index) => (index === 0 ? prefix + piece : piece));
}

const CHECKS = ["email", "length", "max", "min", "refine", "regex", "url", "uuid"];

/** The message of a zod check: its last argument, or what it names `error`. */
function messageOf(node: Node): Node | null {
  if (node.type === "CallExpression" && node.callee.type === "MemberExpression") {
    const { property } = node.callee;
    const isCheck = property.type === "Identifier" && CHECKS.includes(property.name);
    return isCheck ? (node.arguments.at(-1) ?? null) : null;
  }
  if (node.type !== "Property" || node.key.type !== "Identifier") return null;
  return node.key.name === "error" || node.key.name === "message" ? node.value : null;
}
