import path from "node:path";
import type {
  ExportAllDeclaration,
  ExportNamedDeclaration,
  ImportDeclaration,
  Node,
} from "oxc-parser";

import { isTypeScript, literalOf, nodesUnder, parse } from "./syntax";
import type { Tree } from "./tree";

/** One `import`, `export … from` or `import()` of a file. */
export interface Import {
  file: string;
  line: number;
  /** As written; null for an `import()` of something that is not a literal. */
  specifier: string | null;
  /** Path of the file meant, when it is one of ours; null for a package. */
  target: string | null;
  /** Leaves nothing behind when types are stripped. */
  isType: boolean;
  /** What is taken by name; `*` and `default` included. */
  names: string[];
}

const known = new WeakMap<Tree, Map<string, Import[]>>();

/** Every import of a tree, by file, in the order written. Read once a tree. */
export function importsOf(tree: Tree): Map<string, Import[]> {
  const files = [...tree.keys()].filter(isTypeScript);
  const imports =
    known.get(tree) ?? new Map(files.map((file) => [file, importsOfFile(file, tree)]));
  known.set(tree, imports);
  return imports;
}

function importsOfFile(file: string, tree: Tree): Import[] {
  const syntax = parse(file, tree.get(file) ?? "");
  return [...nodesUnder(syntax.program)].flatMap(([node]) => {
    const found = importOf(node);
    if (!found) return [];
    const target = found.specifier === null ? null : resolve(file, found.specifier, tree);
    return [{ ...found, file, line: syntax.lineAt(node.start), target }];
  });
}

function importOf(node: Node): Pick<Import, "specifier" | "isType" | "names"> | null {
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration":
      if (!node.source) return null;
      return { specifier: node.source.value, isType: isType(node), names: namesOf(node) };
    case "ImportExpression":
      return { specifier: literalOf(node.source), isType: false, names: ["*"] };
    default:
      return null;
  }
}

function isType(node: Declaration): boolean {
  if (node.type === "ImportDeclaration") {
    const each = node.specifiers;
    if (node.importKind === "type") return true;
    return each.length > 0 && each.every((one) => "importKind" in one && one.importKind === "type");
  }
  if (node.exportKind === "type") return true;
  if (node.type === "ExportAllDeclaration") return false;
  return node.specifiers.length > 0 && node.specifiers.every((one) => one.exportKind === "type");
}

function namesOf(node: Declaration): string[] {
  if (node.type === "ExportAllDeclaration") return ["*"];
  return node.specifiers.map((one) => {
    if (one.type === "ImportDefaultSpecifier") return "default";
    if (one.type === "ImportNamespaceSpecifier") return "*";
    const taken = one.type === "ImportSpecifier" ? one.imported : one.local;
    return taken.type === "Literal" ? taken.value : taken.name;
  });
}

/** Our own file behind a specifier; the path as meant when there is none; null for a package. */
function resolve(from: string, specifier: string, tree: Tree): string | null {
  if (!/^(\.{1,2}|@)\//.test(specifier)) return null;
  const meant = specifier.startsWith("@/")
    ? specifier.slice(2)
    : path.posix.join(path.posix.dirname(from), specifier);
  const stem = meant.replace(/\.m?js$/, "");
  const endings = ["", ".ts", ".tsx", ".mts", ".d.ts", "/index.ts", "/index.tsx"];
  return endings.map((ending) => stem + ending).find((file) => tree.has(file)) ?? meant;
}

type Declaration = ImportDeclaration | ExportNamedDeclaration | ExportAllDeclaration;
