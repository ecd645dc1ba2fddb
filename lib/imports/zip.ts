import "server-only";

import { type Entry, fromBuffer, type ZipFile } from "yauzl";

import { Invalid } from "@/lib/errors";

/** What all files of an archive may come to, unpacked: many times what a book with its pictures has. */
const UNPACKED_LIMIT = 200 * 1024 * 1024;
const ENTRIES_AT_MOST = 5_000;

/** The files of an archive by their paths; each is unpacked when it is read, up to a limit for all. */
export interface Archive {
  names: string[];
  has(name: string): boolean;
  /** @throws Invalid when there is no such file, it is broken, or more was unpacked than is allowed */
  read(name: string): Promise<Buffer>;
}

/**
 * Opens a ZIP archive. Nothing of it is ever written to a disk, and a path that leads out of it
 * makes it a broken one.
 *
 * What an archive says of its sizes is not believed: what comes out is counted while it does.
 *
 * @throws Invalid
 */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  const zip = await open(bytes);
  const entries = await listEntries(zip);
  // Protected by a password.
  const isLocked = [...entries.values()].some((entry) => entry.generalPurposeBitFlag & 1);
  if (isLocked) throw new Invalid("importLocked", { field: "file" });
  let left = UNPACKED_LIMIT;
  const read = async (name: string) => {
    const entry = entries.get(name);
    if (!entry) throw new Invalid("importBroken", { field: "file" });
    const unpacked = await unpack(zip, entry, left);
    left -= unpacked.length;
    return unpacked;
  };
  return { names: [...entries.keys()], has: (name) => entries.has(name), read };
}

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) reject(new Invalid("importBroken", { field: "file" }));
      else resolve(zip);
    });
  });
}

function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  return new Promise((resolve, reject) => {
    zip.on("entry", (entry: Entry) => {
      if (entries.size >= ENTRIES_AT_MOST) {
        reject(new Invalid("importTooBig", { field: "file" }));
        return;
      }
      if (!entry.fileName.endsWith("/")) entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on("end", () => resolve(entries));
    // A path that leads out of the archive is one of these.
    zip.on("error", () => reject(new Invalid("importBroken", { field: "file" })));
    zip.readEntry();
  });
}

function unpack(zip: ZipFile, entry: Entry, limit: number): Promise<Buffer> {
  const tooBig = () => new Invalid("importTooBig", { field: "file" });
  const broken = () => new Invalid("importBroken", { field: "file" });
  return new Promise((resolve, reject) => {
    if (entry.uncompressedSize > limit) return reject(tooBig());
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(broken());
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size > limit) stream.destroy(tooBig());
        else chunks.push(chunk);
      });
      stream.on("error", (reason: unknown) =>
        reject(reason instanceof Invalid ? reason : broken()),
      );
      stream.on("end", () => resolve(Buffer.concat(chunks)));
    });
  });
}
