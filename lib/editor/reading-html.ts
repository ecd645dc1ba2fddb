import { type DOMOutputSpec, DOMSerializer, type Node } from "@tiptap/pm/model";

/**
 * The HTML of a document as ProseMirror itself would write it into a page, so that an editor that
 * takes the page over finds what it would have made.
 *
 * ProseMirror's own serializer does the work, on a document that only collects strings: it needs
 * no more of one than to make elements and texts and to put them into one another.
 *
 * `ids`: of headings, by their nodes.
 */
export function renderHtml(doc: Node, ids: ReadonlyMap<Node, string> = new Map()): string {
  const { nodes, marks } = DOMSerializer.fromSchema(doc.type.schema);
  const heading = (node: Node) => withId(nodes.heading!(node), ids.get(node));
  const serializer = new DOMSerializer(nodes.heading ? { ...nodes, heading } : nodes, marks);
  const fragment: unknown = serializer.serializeFragment(doc.content, {
    document: paper as unknown as Document,
  });
  return String(fragment);
}

/** An element as the schema describes it, `[name, attributes, …]`, with an id. */
function withId(element: DOMOutputSpec, id: string | undefined): DOMOutputSpec {
  if (id === undefined || !Array.isArray(element)) return element;
  const [name, attributes, ...content] = element;
  return [name, { ...attributes, id }, ...content];
}

class Fragment {
  readonly nodeType: number = 11;
  private readonly children: (Fragment | Words)[] = [];

  appendChild(child: Fragment | Words): void {
    this.children.push(child);
  }

  toString(): string {
    return this.children.join("");
  }
}

/** Elements that have no end tag (HTML standard, “void elements”), among those that a text holds. */
const VOID = new Set(["br", "hr", "img", "col", "wbr"]);

class Element extends Fragment {
  override readonly nodeType = 1;
  private attributes = "";

  constructor(private readonly name: string) {
    super();
  }

  setAttribute(name: string, value: unknown): void {
    this.attributes += ` ${name}="${escapeText(String(value))}"`;
  }

  override toString(): string {
    const start = `<${this.name}${this.attributes}>`;
    // An HTML parser drops a line break right after this tag.
    const kept = this.name === "pre" ? "\n" : "";
    return VOID.has(this.name) ? start : `${start}${kept}${super.toString()}</${this.name}>`;
  }
}

class Words {
  readonly nodeType = 3;

  constructor(private readonly words: string) {}

  toString(): string {
    return escapeText(this.words);
  }
}

const paper = {
  createDocumentFragment: () => new Fragment(),
  createElement: (name: string) => new Element(name),
  createTextNode: (words: string) => new Words(words),
};

const ENTITY: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\u00A0": "&nbsp;",
};

/** Text as it stands between tags. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"\u00A0]/g, (sign) => ENTITY[sign] ?? sign);
}
