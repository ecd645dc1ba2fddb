import type { Node } from "@tiptap/pm/model";

import { indexText } from "./text-index";

/** Where in a text something is, as one would tell a person. */
export interface TextPlace {
  /** The heading above; null before the first. */
  section: string | null;
  /** Counted from the beginning of the text, without headings; 0 on a heading itself. */
  paragraph: number;
}

/** Tells in which section and paragraph of a document an offset of its flat text is. */
export function indexPlaces(doc: Node): (offset: number) => TextPlace {
  const { blocks, text } = indexText(doc);
  let section: string | null = null;
  let paragraph = 0;
  const places = blocks.map(({ from, to, position, isLeaf }) => {
    const isHeading = !isLeaf && doc.resolve(position).parent.type.name === "heading";
    if (isHeading) section = text.slice(from, to);
    else paragraph += 1;
    return { from, section, paragraph: isHeading ? 0 : paragraph };
  });
  return (offset) => {
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places[middle]!.from <= offset) low = middle + 1;
      else high = middle;
    }
    const place = places[low - 1];
    return { section: place?.section ?? null, paragraph: place?.paragraph ?? 0 };
  };
}
