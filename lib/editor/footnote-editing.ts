import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, TextSelection, type Transaction } from "@tiptap/pm/state";

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    footnotes: {
      /** Puts a number at the selection and a note at the end, and goes there to write it. */
      addFootnote: () => ReturnType;
      /** Goes from a note to its number in the text. */
      leaveFootnote: () => ReturnType;
      /** Takes away the note in which the selection is, and every number that leads to it. */
      removeFootnote: () => ReturnType;
    };
  }
}

interface Found {
  position: number;
  node: Node;
}

/**
 * Writing footnotes. Numbers follow the order of the text by themselves, as long as every number
 * has its note; while one is cut to be put elsewhere, its note waits where it is.
 */
export const FootnoteEditing = Extension.create({
  name: "footnoteEditing",

  addCommands() {
    return {
      addFootnote:
        () =>
        ({ state, tr, dispatch }) => {
          const { $to } = state.selection;
          if (!$to.parent.inlineContent || isInNote(state) || !holdsReference($to.parent))
            return false;
          if (dispatch) addNote(tr, $to.pos);
          return true;
        },
      leaveFootnote:
        () =>
        ({ state, tr, dispatch }) => {
          const number = noteAround(state)?.node.attrs.note;
          const reference = findAll(state.doc).references.find(
            ({ node }) => node.attrs.note === number,
          );
          if (!reference) return false;
          if (dispatch) {
            const after = reference.position + reference.node.nodeSize;
            tr.setSelection(TextSelection.create(tr.doc, after)).scrollIntoView();
          }
          return true;
        },
      removeFootnote:
        () =>
        ({ state, tr, dispatch }) => {
          const note = noteAround(state);
          if (!note) return false;
          if (dispatch) removeNote(tr, state.doc, note.node.attrs.note);
          return true;
        },
    };
  },

  addKeyboardShortcuts() {
    return {
      "Mod-Alt-f": () => this.editor.commands.leaveFootnote() || this.editor.commands.addFootnote(),
    };
  },

  addProseMirrorPlugins() {
    return [
      new Plugin({
        appendTransaction: (transactions, _, state) =>
          transactions.some(({ docChanged }) => docChanged) ? tidyNotes(state) : null,
      }),
    ];
  },
});

/** The note in which the selection is. */
export function noteAround(state: EditorState): Found | null {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth);
    if (node.type.name === "footnote") return { position: $from.before(depth), node };
  }
  return null;
}

function isInNote(state: EditorState): boolean {
  return noteAround(state) !== null;
}

function holdsReference(parent: Node): boolean {
  const { footnoteReference } = parent.type.schema.nodes;
  return (
    footnoteReference !== undefined &&
    parent.type.contentMatch.matchType(footnoteReference) !== null
  );
}

function findAll(doc: Node): { references: Found[]; notes: Found[]; section: Found | null } {
  const references: Found[] = [];
  const notes: Found[] = [];
  let section: Found | null = null;
  doc.descendants((node, position) => {
    const { name } = node.type;
    if (name === "footnoteReference") references.push({ position, node });
    if (name === "footnote") notes.push({ position, node });
    if (name === "footnotes") section = { position, node };
  });
  return { references, notes, section };
}

function addNote(tr: Transaction, position: number): void {
  const { footnoteReference, footnote, footnotes, paragraph } = tr.doc.type.schema.nodes;
  const { references, notes, section } = findAll(tr.doc);
  const number = 1 + Math.max(0, ...[...references, ...notes].map(({ node }) => node.attrs.note));
  const before = new Set(
    references.filter((each) => each.position < position).map(({ node }) => node.attrs.note),
  );
  const made = footnote!.create({ note: number }, paragraph!.create());
  // Notes stand in the order of their numbers in the text: this one comes after those before it.
  const next = notes.find(({ node }) => !before.has(node.attrs.note));
  const end = section ? section.position + section.node.nodeSize - 1 : tr.doc.content.size;
  const at = section ? (next?.position ?? end) : end;
  tr.insert(at, section ? made : footnotes!.create(null, made));
  tr.insert(position, footnoteReference!.create({ note: number, occurrence: 1 }));
  const inside = tr.mapping.slice(1).map(at) + (section ? 2 : 3);
  tr.setSelection(TextSelection.create(tr.doc, inside)).scrollIntoView();
}

function removeNote(tr: Transaction, doc: Node, number: number): void {
  const { references, notes, section } = findAll(doc);
  const gone = [...references, ...notes].filter(({ node }) => node.attrs.note === number);
  const isLast = notes.every(({ node }) => node.attrs.note === number);
  const cuts = isLast && section ? [...gone.filter(({ node }) => node.isInline), section] : gone;
  for (const { position, node } of cuts.sort((a, b) => b.position - a.position)) {
    tr.delete(position, position + node.nodeSize);
  }
}

/** What has to change so that numbers and notes agree; null when they do. */
function tidyNotes(state: EditorState): Transaction | null {
  const { tr } = state;
  dropEmptyNotes(tr);
  separateNotes(tr);
  orderNotes(tr);
  return tr.docChanged ? tr : null;
}

/** A note without words that nothing leads to is what is left of one that was deleted. */
function dropEmptyNotes(tr: Transaction): void {
  const { references, notes, section } = findAll(tr.doc);
  const numbers = new Set(references.map(({ node }) => node.attrs.note));
  const empty = notes.filter(
    ({ node }) =>
      !numbers.has(node.attrs.note) && node.textContent.trim() === "" && !holdsLeaf(node),
  );
  const cuts = section && empty.length === notes.length ? [section] : empty;
  for (const { position, node } of cuts.reverse()) tr.delete(position, position + node.nodeSize);
}

/** Notes that were pasted may bear the number of another: the later gets one of its own. */
function separateNotes(tr: Transaction): void {
  const { notes } = findAll(tr.doc);
  const taken = new Set<number>();
  for (const { position, node } of notes) {
    let { note } = node.attrs;
    if (taken.has(note)) {
      note = 1 + Math.max(...notes.map((each) => each.node.attrs.note), ...taken);
      tr.setNodeAttribute(position, "note", note);
    }
    taken.add(note);
  }
}

function orderNotes(tr: Transaction): void {
  const { references, notes, section } = findAll(tr.doc);
  const order = new Map<number, number>();
  for (const { node } of references) {
    if (!order.has(node.attrs.note)) order.set(node.attrs.note, order.size + 1);
  }
  const isWhole =
    notes.length === order.size && notes.every(({ node }) => order.has(node.attrs.note));
  if (!isWhole) return;
  const occurrences = new Map<number, number>();
  for (const { position, node } of references) {
    const note = order.get(node.attrs.note)!;
    const occurrence = (occurrences.get(note) ?? 0) + 1;
    occurrences.set(note, occurrence);
    if (node.attrs.note !== note) tr.setNodeAttribute(position, "note", note);
    if (node.attrs.occurrence !== occurrence)
      tr.setNodeAttribute(position, "occurrence", occurrence);
  }
  const numbers = notes.map(({ node }) => order.get(node.attrs.note)!);
  const isSorted = numbers.every((note, index) => note === index + 1);
  if (isSorted || !section) {
    notes.forEach(({ position, node }, index) => {
      if (node.attrs.note !== numbers[index]) tr.setNodeAttribute(position, "note", numbers[index]);
    });
    return;
  }
  const sorted = notes
    .map(({ node }, index) => node.type.create({ note: numbers[index] }, node.content, node.marks))
    .sort((a, b) => a.attrs.note - b.attrs.note);
  tr.replaceWith(section.position + 1, section.position + section.node.nodeSize - 1, sorted);
}

function holdsLeaf(note: Node): boolean {
  let isFound = false;
  note.descendants((node) => {
    isFound ||= node.isLeaf && !node.isText;
  });
  return isFound;
}
