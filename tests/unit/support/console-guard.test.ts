import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createVitest } from "vitest/node";

const GUARD = path.resolve(import.meta.dirname, "../../support/console-guard.ts");

/** Runs one test with this body under the guard, by a Vitest of its own. */
async function run(body: string) {
  const root = await mkdtemp(path.join(tmpdir(), "postil-guard-"));
  await writeFile(path.join(root, "one.test.js"), `test("one", async () => { ${body} });`);
  const settings = { root, config: false as const, watch: false, globals: true, reporters: [{}] };
  const { exitCode } = process;
  const vitest = await createVitest("test", { ...settings, setupFiles: GUARD });
  onTestFinished(async () => {
    await vitest.close();
    await rm(root, { recursive: true });
    // A run that fails says so to the process, which is ours and has not failed.
    process.exitCode = exitCode;
  });
  const { testModules, unhandledErrors } = await vitest.start();
  const errors = testModules.flatMap((module) => [
    ...[...module.children.allTests()].flatMap((each) => each.result().errors ?? []),
  ]);
  return {
    states: testModules.map((module) => module.state()),
    errors: [...errors, ...unhandledErrors].map((error) => (error as Error).message),
  };
}

test("a test that says nothing passes", async () => {
  expect(await run("console.log('fine')")).toEqual({ states: ["passed"], errors: [] });
});

test("a test during which console.error was called fails, and says with what", async () => {
  const { states, errors } = await run("console.error('each child needs a key', 7)");
  expect(states).toEqual(["failed"]);
  expect(errors.join()).toContain("console.error was called");
});

test("a test may expect it, with a spy of its own", async () => {
  const spy = "vi.spyOn(console, 'error').mockImplementation(() => {})";
  expect(await run(`${spy}; console.error('expected')`)).toEqual({
    states: ["passed"],
    errors: [],
  });
});

test("a rejection that nobody handles fails the run", async () => {
  const { errors } = await run("Promise.reject(new Error('nobody waits for me'))");
  expect(errors).toEqual(["nobody waits for me"]);
});
