import { getSchema } from "@tiptap/core";
import { Blockquote } from "@tiptap/extension-blockquote";
import { Bold } from "@tiptap/extension-bold";
import { Code } from "@tiptap/extension-code";
import { CodeBlock } from "@tiptap/extension-code-block";
import { Document } from "@tiptap/extension-document";
import { HardBreak } from "@tiptap/extension-hard-break";
import { Heading } from "@tiptap/extension-heading";
import { HorizontalRule } from "@tiptap/extension-horizontal-rule";
import { Italic } from "@tiptap/extension-italic";
import { Link } from "@tiptap/extension-link";
import { BulletList, ListItem, OrderedList } from "@tiptap/extension-list";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Subscript } from "@tiptap/extension-subscript";
import { Superscript } from "@tiptap/extension-superscript";
import { TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import { Text } from "@tiptap/extension-text";
import type { Schema } from "@tiptap/pm/model";

import { isLinkAddress, requireLinkAddress } from "./links";
import { Figcaption, Figure, FigureImage } from "./nodes/figure";
import { Footnote, FootnoteReference, Footnotes } from "./nodes/footnote";
import { LanguageSpan } from "./nodes/language-span";
import { PageBreak } from "./nodes/page-break";
import { ReadingTable } from "./nodes/table";

const ReadingLink = Link.extend({
  addAttributes() {
    return { href: { default: null, validate: requireLinkAddress } };
  },
}).configure({
  openOnClick: false,
  autolink: false,
  linkOnPaste: false,
  isAllowedUri: isLinkAddress,
  HTMLAttributes: { rel: "noopener", target: null, class: null },
});

/**
 * The one schema of readings: what a text may hold. Nothing in it runs, and nothing in it is
 * fetched but the images of figures.
 *
 * Superscript comes before the footnotes' numbers, which are superscripts to the eye only.
 */
export const readingExtensions = [
  Document.extend({ content: "block+ footnotes?" }),
  Paragraph,
  Text,
  Heading,
  Blockquote,
  BulletList,
  OrderedList,
  ListItem,
  CodeBlock,
  HorizontalRule,
  HardBreak,
  Figure,
  FigureImage,
  Figcaption,
  ReadingTable,
  TableRow,
  TableHeader,
  TableCell,
  PageBreak,
  FootnoteReference,
  Footnotes,
  Footnote,
  ReadingLink,
  LanguageSpan,
  Bold,
  Italic,
  Superscript,
  Subscript,
  Code,
];

/** The ProseMirror schema of {@link readingExtensions}. */
export const readingSchema: Schema = getSchema(readingExtensions);
