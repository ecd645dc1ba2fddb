import { readFile } from "node:fs/promises";

import { type Converted, convert, type Step } from "@/lib/imports/convert";
import type { ImageFile } from "@/lib/imports/images";
import type { Source } from "@/lib/imports/source";
import { renderDocument } from "@/lib/readings/document";

/** A file of `tests/fixtures/imports`, as a browser sends it. */
export async function fixture(name: string): Promise<Source> {
  return { name, type: "", bytes: await readFile(`tests/fixtures/imports/${name}`) };
}

/** A file that a test has made. */
export function fileOf(name: string, content: string | Buffer): Source {
  return { name, type: "", bytes: Buffer.from(content as string) };
}

/** What a file comes to, in this process. */
export async function read(
  source: Source,
): Promise<Converted & { html: string; images: ImageFile[]; steps: Step[] }> {
  const images: ImageFile[] = [];
  const steps: Step[] = [];
  const converted = await convert(source, {
    progress: (step) => steps.push(step),
    keepImage: async (image) => void images.push(image),
    fetchImage: () => Promise.reject(new Error("not from here")),
  });
  return { ...converted, html: renderDocument(converted.document).html, images, steps };
}

/** The fields of a ZIP file that a test may lie about. */
interface Packed {
  name: string;
  content: Buffer;
}

/** A ZIP archive without compression, for what no honest program writes. */
export function zipOf(files: Packed[], { flags = 0 } = {}): Buffer {
  const parts: Buffer[] = [];
  const listed: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of files) {
    const path = Buffer.from(name);
    // What is locked is longer by what the lock needs.
    const size = content.length - (flags & 1 ? 12 : 0);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(flags, 6);
    local.writeUInt32LE(crc32(content), 14);
    local.writeUInt32LE(content.length, 18);
    local.writeUInt32LE(size, 22);
    local.writeUInt16LE(path.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt32LE(crc32(content), 16);
    entry.writeUInt32LE(content.length, 20);
    entry.writeUInt32LE(size, 24);
    entry.writeUInt16LE(path.length, 28);
    entry.writeUInt32LE(offset, 42);
    parts.push(local, path, content);
    listed.push(entry, path);
    offset += local.length + path.length + content.length;
  }
  const directory = Buffer.concat(listed);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directory, end]);
}

function crc32(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
