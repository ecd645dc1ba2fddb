import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

import { beginningOf } from "@/lib/process";
import { type Lock, takeLock } from "@/scripts/lock";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "postil-lock-"));
  file = path.join(folder, "lock");
});

afterEach(() => rmSync(folder, { recursive: true }));

function take(): Lock {
  const taken = takeLock(file);
  if ("holder" in taken) throw new Error(`held by ${taken.holder.pid}`);
  return taken.lock;
}

test("a lock is had by one, and by the next when it is released", () => {
  const lock = take();
  expect(takeLock(file)).toMatchObject({ holder: { pid: process.pid } });
  lock.release();
  take();
  expect(readdirSync(folder)).toEqual(["lock"]);
});

test("others learn what its holder lets them know", () => {
  take().rewrite({ pid: process.pid, url: "postgresql://here/postil" });
  expect(takeLock(file)).toMatchObject({ holder: { url: "postgresql://here/postil" } });
});

test("a lock that was handed to a process lasts as long as that process", async () => {
  const child = spawn(process.execPath, ["-e", "process.stdin.resume()"]);
  await once(child, "spawn");
  take().rewrite({ pid: child.pid ?? 0 });
  expect(takeLock(file)).toMatchObject({ holder: { pid: child.pid } });
  child.kill("SIGKILL");
  await once(child, "exit");
  take();
});

test.each([
  { left: "by a process that is gone", claim: { pid: 4_194_304, beginning: "1 boot" } },
  { left: "under a number that is used again", claim: { pid: process.pid, beginning: "1 boot" } },
  { left: "without a beginning", claim: { pid: process.pid } },
  { left: "half written", claim: undefined },
])("a lock left $left is in nobody's way", ({ claim }) => {
  writeFileSync(file, claim ? JSON.stringify(claim) : "{");
  take();
  expect(takeLock(file)).toMatchObject({
    holder: { pid: process.pid, beginning: beginningOf(process.pid) },
  });
});
