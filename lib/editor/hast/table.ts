import type { Mark, Node } from "@tiptap/pm/model";
import type { Element } from "hast";

import { readingSchema } from "../reading-schema";
import { isElement, property, type Reading, withLanguage } from "./reading";

const { nodes } = readingSchema;

/** More columns than any page shows; keeps what a cell may claim bounded. */
const SPAN_LIMIT = 1_000;

/** A table with its rows in the order of the source; a caption becomes a paragraph before it. */
export function readTable(reading: Reading, element: Element, marks: readonly Mark[]): Node[] {
  const parts = element.children.filter(isElement);
  const captions = parts.filter(({ tagName }) => tagName === "caption");
  const before = captions.flatMap((caption) => reading.readBlocks(caption.children, marks));
  const rows = rowsOf(parts).flatMap((row) => {
    const cells = readCells(reading, row, withLanguage(row, marks));
    return cells.length > 0 ? [nodes.tableRow!.create(null, cells)] : [];
  });
  return rows.length > 0 ? [...before, nodes.table!.create(null, rows)] : before;
}

function rowsOf(parts: Element[]): Element[] {
  return parts.flatMap((part) => {
    if (part.tagName === "tr") return [part];
    return /^t(head|body|foot)$/.test(part.tagName) ? rowsOf(part.children.filter(isElement)) : [];
  });
}

function readCells(reading: Reading, row: Element, marks: readonly Mark[]): Node[] {
  return row.children
    .filter(isElement)
    .filter(({ tagName }) => tagName === "td" || tagName === "th")
    .map((cell) => {
      const type = cell.tagName === "th" ? nodes.tableHeader! : nodes.tableCell!;
      const blocks = reading.readBlocks(cell.children, withLanguage(cell, marks));
      const content = blocks.length > 0 ? blocks : [nodes.paragraph!.create()];
      const align = property(cell, "align");
      return type.create(
        {
          colspan: span(cell, "colSpan"),
          rowspan: span(cell, "rowSpan"),
          align: /^(left|right|center)$/.test(align) ? align : null,
        },
        content,
      );
    });
}

function span(cell: Element, name: string): number {
  const value = Number.parseInt(property(cell, name), 10);
  return value >= 1 && value <= SPAN_LIMIT ? value : 1;
}
