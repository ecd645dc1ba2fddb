import { Table } from "@tiptap/extension-table";

/**
 * A table in a box of its own, which scrolls sideways on narrow screens and can be reached for
 * that by keyboard. Without columns of fixed width: the words decide.
 */
export const ReadingTable = Table.extend({
  renderHTML: () => ["div", { class: "table-scroll", tabindex: "0" }, ["table", ["tbody", 0]]],
  addNodeView: () => null,
}).configure({ resizable: false });
