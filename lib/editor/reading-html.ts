import { DOMSerializer, type Node } from "@tiptap/pm/model";

/**
 * The HTML of a document as ProseMirror itself would write it into a page, so that an editor that
 * takes the page over finds what it would have made.
 *
 * ProseMirror's own serializer does the work, on a document that only collects strings: it needs
 * no more of one than to make elements and texts and to put them into one another.
 */
export function renderHtml(doc: Node): string {
  const serializer = DOMSerializer.fromSchema(doc.type.schema);
  const fragment: unknown = serializer.serializeFragment(doc.content, {
    document: paper as unknown as Document,
  });
  return String(fragment);
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

function escapeText(text: string): string {
  return text.replace(/[&<>"\u00A0]/g, (sign) => ENTITY[sign] ?? sign);
}
