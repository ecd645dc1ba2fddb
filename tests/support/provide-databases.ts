import type { TestProject } from "vitest/node";

import { openTestDatabases, type Template } from "./databases";

declare module "vitest" {
  interface ProvidedContext {
    template: Template;
  }
}

/** Called by Vitest once a run; what it returns is called at the end. */
export default async function provideDatabases(project: TestProject): Promise<() => Promise<void>> {
  const { template, close } = await openTestDatabases();
  project.provide("template", template);
  return close;
}
