import "server-only";

import { createHash } from "node:crypto";

import { db } from "@/lib/db";
import { Invalid, Refusal } from "@/lib/errors";
import { log } from "@/lib/log";
import type { Prisma } from "@/prisma/generated/client";
import type { Converted, Step } from "./convert";
import { convertApart } from "./convert-apart";
import { fetchPublic } from "./fetch-public";
import type { Source } from "./source";

/** How often an import is begun that ended the process each time. */
const ATTEMPTS_AT_MOST = 2;

/** No sign of life for so long: the process that worked on it is gone. */
const SILENT_MS = 2 * 60_000;

/** How often it is told how far it has come, and looked whether it is still wanted. */
const TELL_MS = 500;

interface Options {
  /** See {@link fetchPublic}. */
  isAllowed?: (ip: string) => boolean;
  /** See {@link convertApart}. */
  deadline?: number;
}

/**
 * Reads what waits to be brought in. What is wrong with it stands in its row for its owner; done
 * once however many instances try.
 */
export async function workOnImport(
  importId: string,
  { isAllowed, deadline }: Options = {},
): Promise<void> {
  if (!(await claim(importId))) return;
  const wanted = new AbortController();
  const teller = tellOf(importId, wanted);
  try {
    const source = await sourceOf(importId, isAllowed, teller.progress);
    const { converted } = await convertApart(source, {
      progress: teller.progress,
      keepImage: async ({ bytes, ...image }) => {
        const data = { ...image, importId, type: "image/webp", bytes: new Uint8Array(bytes) };
        await db.importImage.create({ data, select: { id: true } });
      },
      signal: wanted.signal,
      ...(deadline ? { deadline } : {}),
    });
    await teller.stop();
    await finish(importId, converted);
  } catch (error) {
    await teller.stop();
    if (!wanted.signal.aborted) await fail(importId, error);
  }
}

/** The imports that nobody works on. */
export async function listWaitingImports(now = new Date()): Promise<string[]> {
  const silent = new Date(now.getTime() - SILENT_MS);
  const rows = await db.import.findMany({
    where: { OR: [{ state: "WAITING" }, { state: "WORKING", updatedAt: { lt: silent } }] },
    select: { id: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: 100,
  });
  return rows.map(({ id }) => id);
}

/** Whether it is this process's to do. */
async function claim(importId: string): Promise<boolean> {
  const silent = new Date(Date.now() - SILENT_MS);
  const { count } = await db.import.updateMany({
    where: {
      id: importId,
      OR: [{ state: "WAITING" }, { state: "WORKING", updatedAt: { lt: silent } }],
    },
    data: { state: "WORKING", progress: 0, attempts: { increment: 1 } },
  });
  if (count === 0) return false;
  await db.importImage.deleteMany({ where: { importId } });
  const { attempts } = await db.import.findUniqueOrThrow({
    where: { id: importId },
    select: { attempts: true },
  });
  if (attempts <= ATTEMPTS_AT_MOST) return true;
  await fail(importId, new Invalid("importTooHeavy"));
  return false;
}

async function sourceOf(
  importId: string,
  isAllowed: Options["isAllowed"],
  progress: (step: Step, share: number) => void,
): Promise<Source> {
  const row = await db.import.findUniqueOrThrow({
    where: { id: importId },
    select: { name: true, type: true, address: true, bytes: true },
  });
  if (!row.address) return { name: row.name, type: row.type, bytes: Buffer.from(row.bytes ?? []) };
  progress("fetching", 0);
  const fetched = await fetchPublic(row.address, isAllowed ? { isAllowed } : {});
  const { bytes, type, address } = fetched;
  const hash = createHash("sha256").update(bytes).digest("hex");
  await db.import.updateMany({
    where: { id: importId, state: "WORKING" },
    data: { bytes: new Uint8Array(bytes), size: bytes.length, hash, type: type.slice(0, 200) },
  });
  return { name: row.name, type, bytes, address };
}

/** Writes down how far an import is, not oftener than anybody could see, and hears of its end. */
function tellOf(importId: string, wanted: AbortController) {
  let latest: { step: Step; progress: number } = { step: "parsing", progress: 0 };
  let telling: Promise<void> = Promise.resolve();
  const tell = () => {
    telling = telling.then(async () => {
      const { count } = await db.import.updateMany({
        where: { id: importId, state: "WORKING" },
        data: latest,
      });
      if (count === 0) wanted.abort();
    }, warn);
  };
  const timer = setInterval(tell, TELL_MS);
  return {
    progress: (step: Step, share: number) => {
      latest = { step, progress: Math.floor(share * 100) };
    },
    stop: async () => {
      clearInterval(timer);
      await telling.catch(warn);
    },
  };
}

function warn(error: unknown): void {
  log.warn({ err: error }, "cannot write down how far an import is");
}

async function finish(importId: string, converted: Converted): Promise<void> {
  const { document, text, hash, losses, about } = converted;
  await db.import.updateMany({
    where: { id: importId, state: "WORKING" },
    data: {
      ...{ state: "READY", step: "mapping", progress: 100, text, textHash: hash, about },
      document: document as Prisma.InputJsonObject,
      losses: losses.slice(0, LOSSES_AT_MOST) as unknown as Prisma.InputJsonArray,
    },
  });
}

/** A longer list helps nobody. */
const LOSSES_AT_MOST = 2_000;

async function fail(importId: string, error: unknown): Promise<void> {
  const isRefusal = error instanceof Refusal;
  if (!isRefusal) log.error({ err: error, importId }, "an import failed");
  const values = isRefusal ? (error.details.values ?? {}) : {};
  await db.import.updateMany({
    where: { id: importId, state: "WORKING" },
    data: {
      state: "FAILED",
      errorKey: isRefusal ? error.key : "importFailed",
      errorValues: values,
      bytes: null,
    },
  });
  await db.importImage.deleteMany({ where: { importId } });
}
