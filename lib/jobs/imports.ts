import "server-only";

import { forgetImports } from "@/lib/imports/mutations";
import { listWaitingImports, workOnImport } from "@/lib/imports/work";
import type { Jobs, Queue } from "./boss";

const IMPORT = "import";
const ROUND = "import-round";

/** One job for an import within this time, whoever adds it. */
const APART_SECONDS = 60;

interface ImportJob {
  importId: string;
}

/**
 * An import is worked on as soon as it is begun. Once a minute one instance looks for those that
 * nobody came to, because their process ended, and throws away what nobody wanted.
 */
export function importQueues(jobs: Pick<Jobs, "add">): Queue<never>[] {
  return [
    {
      ...{ name: IMPORT, everySeconds: 1, atOnce: 1 },
      work: ({ importId }: ImportJob) => workOnImport(importId),
    },
    {
      ...{ name: ROUND, cron: "* * * * *", everySeconds: 15, atOnce: 1 },
      work: async () => {
        await forgetImports();
        await addImports(jobs, await listWaitingImports());
      },
    },
  ];
}

/** Has the imports worked on. */
export async function addImports(jobs: Pick<Jobs, "add">, importIds: string[]): Promise<void> {
  const keyed = importIds.map((importId) => ({ key: importId, job: { importId } }));
  await jobs.add(IMPORT, keyed, APART_SECONDS);
}
