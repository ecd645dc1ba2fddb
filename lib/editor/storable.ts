import type { Node } from "@tiptap/pm/model";

/**
 * Whether PostgreSQL can store all words of a document, those of attributes too: it takes no NUL
 * and no half of a surrogate pair, not even where the other half begins the next stretch of text.
 * No keyboard makes either.
 */
export function isStorable(document: Node): boolean {
  let isFit = true;
  document.descendants(({ text, attrs, marks }) => {
    const words = [text, ...[attrs, ...marks.map((mark) => mark.attrs)].flatMap(Object.values)];
    isFit &&= words.every((each) => typeof each !== "string" || !/\0|\p{Surrogate}/u.test(each));
    return isFit;
  });
  return isFit;
}
