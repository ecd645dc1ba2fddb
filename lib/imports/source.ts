import "server-only";

import { Invalid } from "@/lib/errors";

export type Format = "markdown" | "plain" | "html" | "docx" | "epub" | "pdf";

/** A file as it came. */
export interface Source {
  /** Its name, or the address that it was fetched from. */
  name: string;
  /** What the browser or server said it is; empty where nobody did. */
  type: string;
  bytes: Buffer;
  /** The address that it was fetched from, after all redirects. */
  address?: string;
}

const ENDINGS: Record<string, Format> = {
  ...{ md: "markdown", markdown: "markdown", txt: "plain", text: "plain" },
  ...{ html: "html", htm: "html", xhtml: "html", docx: "docx", epub: "epub", pdf: "pdf" },
};

const TYPES: Record<string, Format> = {
  "text/html": "html",
  "application/xhtml+xml": "html",
  "text/markdown": "markdown",
  "text/plain": "plain",
  "application/pdf": "pdf",
  "application/epub+zip": "epub",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
};

/**
 * What a file is: by its first bytes where its kind has such, else by its name, else by its type.
 *
 * @throws Invalid when it is none of what can be brought in
 */
export function formatOf({ name, type, bytes, address }: Source): Format {
  const magic = bytes.subarray(0, 1_024).toString("latin1");
  if (magic.includes("%PDF-")) return "pdf";
  if (magic.startsWith("\xD0\xCF\x11\xE0")) throw oldOrLocked(bytes);
  const path = address && URL.canParse(address) ? new URL(address).pathname : name;
  const byName = ENDINGS[/\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ""];
  const byType = TYPES[type.split(";")[0]?.trim().toLowerCase() ?? ""];
  const format = address ? (byType ?? byName) : (byName ?? byType);
  if (magic.startsWith("PK")) {
    if (format === "docx" || format === "epub") return format;
    if (/mimetypeapplication\/epub\+zip/.test(magic)) return "epub";
    if (bytes.includes("word/document.xml")) return "docx";
    throw new Invalid("importUnknown", { field: "file" });
  }
  if (format === "docx" || format === "epub" || format === "pdf") {
    throw new Invalid("importBroken", { field: "file" });
  }
  if (!format || bytes.subarray(0, 4_096).filter((byte) => byte === 0).length > 2_048) {
    throw new Invalid("importUnknown", { field: "file" });
  }
  return format;
}

/** The container of Word before 2007, in which newer Word also wraps what a password protects. */
function oldOrLocked(bytes: Buffer): Invalid {
  const isLocked = bytes.includes(Buffer.from("EncryptedPackage", "utf16le"));
  return new Invalid(isLocked ? "importLocked" : "importOldWord", { field: "file" });
}

/**
 * A text file's words: in the encoding that its first bytes tell or that it names itself, UTF-8
 * where it is that, and otherwise what old programs of Western Europe and America wrote.
 */
export function decode(bytes: Buffer, named?: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return decoderOf(named).decode(bytes);
  }
}

function decoderOf(named = "windows-1252"): TextDecoder {
  try {
    return new TextDecoder(named);
  } catch {
    return new TextDecoder("windows-1252");
  }
}
