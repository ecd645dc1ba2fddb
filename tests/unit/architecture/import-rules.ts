import type { Import } from "./imports";
import { importsOf } from "./imports";
import { featureOf, type Layer, layerOfPath, MAY_IMPORT, mayBuildOn, SERVER_FILE } from "./layers";
import { refusedPackage } from "./packages";
import { type Breach, type Tree, within } from "./tree";

/** Imports between our own files that the table does not allow. */
export function layerBreaches(tree: Tree): Breach[] {
  const layers = layersOf(tree);
  return imports(tree).flatMap((each) => {
    const from = layers.get(each.file);
    if (!from || each.target === null || !isThere(each.target, tree)) return [];
    const to = targetLayer(each.target, layers);
    const isCore = from === "anchoring" || from === "scoring";
    if (each.isType && !isCore) return [];
    if (to && mayImport(from, to)) return [];
    const rule = `${from} may not import ${to ?? "what has no layer"} (${each.target})`;
    const remedy = "Use `import type`, or move the code to the layer that may";
    return [breach(each, rule, remedy)];
  });
}

/** Files for which the table has no line. */
export function placeBreaches(tree: Tree): Breach[] {
  const layers = layersOf(tree);
  return [...tree.keys()]
    .filter((file) => isCode(file) && !layers.has(file))
    .map((file) => ({
      file,
      line: 1,
      rule: "stands in no layer",
      remedy: "Move it into a folder of architecture.md, or give layers.ts a line for it",
    }));
}

/** Features that build on a feature which comes after them. */
export function orderBreaches(tree: Tree): Breach[] {
  return imports(tree).flatMap((each) => {
    const [from, to] = [featureOf(each.file), featureOf(each.target ?? "")];
    if (!from || !to || each.isType || mayBuildOn(from, to)) return [];
    const remedy = "Let the later feature do it, and pass down what the earlier one needs";
    return [breach(each, `${from} comes before ${to} and may not import it`, remedy)];
  });
}

/** Packages that a layer may not use. */
export function packageBreaches(tree: Tree): Breach[] {
  const layers = layersOf(tree);
  return imports(tree).flatMap((each) => {
    const layer = layers.get(each.file);
    if (!layer || each.target !== null) return [];
    const refused = refusedPackage(layer, each);
    if (!refused) return [];
    const rule = `${layer} may not import ${refused} (${each.specifier ?? "an import() of a variable"})`;
    return [breach(each, rule, "Move what needs it to a layer that may")];
  });
}

/** Server files of lib that a browser bundle could take in unnoticed. */
export function serverOnlyBreaches(tree: Tree): Breach[] {
  return [...importsOf(within(tree, "lib"))]
    .filter(([file]) => SERVER_FILE.test(file) && isCode(file))
    .filter(([, [first]]) => first?.specifier !== "server-only")
    .map(([file]) => ({
      file,
      line: 1,
      rule: "is a server file and does not say so",
      remedy: 'Make `import "server-only";` its first import',
    }));
}

/** Imports that the other rules could not follow. */
export function unresolvedBreaches(tree: Tree): Breach[] {
  return imports(tree).flatMap((each) => {
    const isOfProduct = /^(app|components|lib)\//.test(each.file);
    if (isOfProduct && each.specifier === null) {
      return [breach(each, "imports what only running it tells", "Name the file in a literal")];
    }
    if (each.target === null || isThere(each.target, tree)) return [];
    return [breach(each, `imports ${each.target}, which is not there`, "Mend the path")];
  });
}

/** Words and the generated client are no sources of ours, but may be named. */
function isThere(target: string, tree: Tree): boolean {
  return tree.has(target) || /^prisma\/generated\/|\.json$/.test(target);
}

const LINES = 300;

/** Files that nobody reads to the end. */
export function lengthBreaches(tree: Tree): Breach[] {
  return [...within(tree, "app", "components", "lib")].flatMap(([file, source]) => {
    const lines = source.trimEnd().split("\n").length;
    const rule = `has ${lines} lines, more than ${LINES}`;
    return lines > LINES ? [{ file, line: LINES, rule, remedy: "Split it by reason" }] : [];
  });
}

/** The layer of each file. A feature's own noun has the one that its imports give it. */
export function layersOf(tree: Tree): Map<string, Layer> {
  const files = importsOf(tree);
  const layers = new Map<string, Layer>();
  for (const [file, found] of files) {
    const isServer =
      SERVER_FILE.test(file) || found.some(({ specifier }) => specifier === "server-only");
    const ofNoun = featureOf(file) && (isServer ? "queries" : "pure");
    const layer = layerOfPath(file) ?? ofNoun;
    if (layer && isCode(file)) layers.set(file, layer);
  }
  promoteWriters(files, layers);
  return layers;
}

/** A noun that imports events or a mutation is a mutation itself, and so is one that imports it. */
function promoteWriters(files: Map<string, Import[]>, layers: Map<string, Layer>): void {
  const nouns = [...files].filter(([file]) => featureOf(file) && !layerOfPath(file));
  const isWriter = ([file, found]: [string, Import[]]) =>
    layers.get(file) === "queries" &&
    found.some(({ target, isType }) => {
      const layer = target && !isType && targetLayer(target, layers);
      return layer === "events" || layer === "mutations";
    });
  for (let writers = nouns.filter(isWriter); writers.length > 0; writers = nouns.filter(isWriter)) {
    for (const [file] of writers) layers.set(file, "mutations");
  }
}

function targetLayer(target: string, layers: Map<string, Layer>): Layer | undefined {
  return layers.get(target) ?? layerOfPath(target);
}

function mayImport(from: Layer, to: Layer): boolean {
  const allowed: readonly string[] | "anything" = MAY_IMPORT[from];
  return from === to || allowed === "anything" || allowed.includes(to);
}

function imports(tree: Tree): Import[] {
  return [...importsOf(tree).values()].flat().filter(({ file }) => isCode(file));
}

/** Styles import nothing, and declarations leave nothing behind. */
function isCode(file: string): boolean {
  return /\.(tsx?|mts)$/.test(file) && !file.endsWith(".d.ts");
}

function breach({ file, line }: Import, rule: string, remedy: string): Breach {
  return { file, line, rule, remedy };
}
