import { Node } from "@tiptap/core";

/**
 * Where a page of the printed or paged original begins, so that a passage can be cited by its
 * page. A leaf: in the flat text it is one U+FFFC.
 */
export const PageBreak = Node.create({
  name: "pageBreak",
  group: "inline",
  inline: true,
  atom: true,
  selectable: false,
  addAttributes: () => ({
    page: {
      default: "1",
      validate: requirePageName,
      parseHTML: (element: HTMLElement) => element.getAttribute("data-page") ?? "",
      renderHTML: ({ page }: Record<string, unknown>) => ({ "data-page": page }),
    },
  }),
  parseHTML: () => [{ tag: "span[data-page]", priority: 100 }],
  renderHTML({ node, HTMLAttributes }) {
    const { page } = node.attrs;
    const names = { class: "page-break", role: "doc-pagebreak", "aria-label": `${page}` };
    return ["span", { ...HTMLAttributes, ...names }];
  },
});

/** Whether this is the number of a page as a book counts: “12”, “xiv”, “A-3”. */
export function isPageName(page: unknown): page is string {
  return typeof page === "string" && /^[\p{L}\p{N}][\p{L}\p{N}.–-]{0,15}$/u.test(page);
}

function requirePageName(page: unknown): void {
  if (!isPageName(page)) throw new RangeError("not the number of a page");
}
