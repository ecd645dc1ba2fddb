import type { Breach, Tree } from "../architecture/tree";
import { readUses, type Use } from "./uses";

/** Messages by key, nested as in `messages/en.json`. */
export interface Messages {
  [key: string]: string | Messages;
}

/** Uses of messages that are not there. */
export function missingBreaches(tree: Tree, messages: Messages): Breach[] {
  const { uses, words } = readUses(tree);
  const keys = keysOf(messages);
  return uses
    .filter((use) => !keys.some((key) => fits(use, key, words)))
    .map(({ file, line, pieces }) => ({
      file,
      line,
      rule: `asks for ${pieces.join("…")}, which is no message`,
      remedy: "Add it to messages/en.json, or mend the key",
    }));
}

/** Messages that nothing asks for. */
export function unusedBreaches(tree: Tree, messages: Messages): Breach[] {
  const { uses, words } = readUses(tree);
  return keysOf(messages)
    .filter((key) => !uses.some((use) => fits(use, key, words)))
    .map((key) => ({
      file: "messages/en.json",
      line: 1,
      rule: `${key} is used nowhere`,
      remedy: "Remove it",
    }));
}

/**
 * Whether a use can mean this key. A gap can be filled by any string that stands somewhere in the
 * code: `kind.${kind}` may mean `kind.COMMENT` only as long as somebody says "COMMENT".
 */
function fits({ pieces }: Use, key: string, words: Set<string>): boolean {
  if (pieces.length === 1) return pieces[0] === key;
  const pattern = pieces.map((piece) => piece.replaceAll(".", "\\.")).join("(.+)");
  const gaps = new RegExp(`^${pattern}$`).exec(key)?.slice(1);
  return gaps?.every((gap) => words.has(gap)) ?? false;
}

function keysOf(messages: Messages, prefix = ""): string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === "string" ? [prefix + key] : keysOf(value, `${prefix}${key}.`),
  );
}
