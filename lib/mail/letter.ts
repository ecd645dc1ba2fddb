import "server-only";

/** What a mail says, before it is text or HTML. */
export interface Letter {
  /** The name that it comes from. */
  from: string;
  subject: string;
  blocks: Block[];
  /** Why it came, and how to have no more of them. */
  foot: { text: string; links: Link[] };
}

interface Link {
  label: string;
  href: string;
}

export type Block =
  | { type: "text"; text: string }
  /** A thread or another thing that one can go to, and where it stands. */
  | { type: "heading"; text: string; note: string; href: string }
  /** The words of a reading. */
  | { type: "quote"; text: string }
  /** Somebody's words, after a line that says who wrote them, and why that concerns one. */
  | { type: "said"; line: string; words: string };

const WIDTH = 76;

/** The letter as plain text: everything that the HTML says, in lines that every program shows. */
export function textOf({ blocks, foot }: Letter): string {
  const links = foot.links.map(({ label, href }) => `${label}: ${href}`);
  const end = ["-- ", wrapped(foot.text), ...links].join("\n");
  return `${[...blocks.map(textOfBlock), end].join("\n\n")}\n`;
}

function textOfBlock(block: Block): string {
  switch (block.type) {
    case "text":
      return wrapped(block.text);
    case "heading":
      return `${[block.text, block.note].map((line) => wrapped(line)).join("\n")}\n${block.href}`;
    case "quote":
      return wrapped(block.text, "> ");
    case "said":
      return [wrapped(block.line), wrapped(block.words, "    ")].filter((part) => part).join("\n");
  }
}

/** Breaks at spaces only, so that an address stays whole. */
function wrapped(text: string, before = ""): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((each) => each)) {
    if (line && before.length + line.length + 1 + word.length > WIDTH) {
      lines.push(before + line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, ...(line ? [before + line] : [])].join("\n");
}

/**
 * The letter as HTML: no image, no script, nothing from elsewhere, so that it shows what it says
 * before anybody allows anything, and nobody learns that it was opened.
 */
export function htmlOf({ blocks, foot, subject }: Letter): string {
  const links = foot.links.map(linkOf).join(" · ");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:24px 16px;font:16px/1.5 Georgia,serif">
<div style="max-width:36em;margin:0 auto">
${blocks.map(htmlOfBlock).join("\n")}
<p style="margin:32px 0 0;padding-top:12px;border-top:1px solid #8888;font:13px/1.5 sans-serif">${escaped(foot.text)}<br>${links}</p>
</div></body></html>
`;
}

function htmlOfBlock(block: Block): string {
  switch (block.type) {
    case "text":
      return `<p style="margin:0 0 16px">${escaped(block.text)}</p>`;
    case "heading":
      return `<h2 style="margin:24px 0 8px;font:600 17px/1.4 Georgia,serif">${linkOf({ label: block.text, href: block.href })}<br><span style="font:13px/1.5 sans-serif">${escaped(block.note)}</span></h2>`;
    case "quote":
      return `<blockquote style="margin:0 0 12px;padding:0 0 0 12px;border-left:3px solid #b8860b;font-style:italic">${escaped(block.text)}</blockquote>`;
    case "said":
      return `<p style="margin:0 0 12px"><span style="font:13px/1.5 sans-serif">${escaped(block.line)}</span>${block.words && `<br>${escaped(block.words)}`}</p>`;
  }
}

function linkOf({ label, href }: Link): string {
  return `<a href="${escaped(href)}" style="color:#9a3412">${escaped(label)}</a>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
