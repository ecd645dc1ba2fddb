import "server-only";

import PgBoss from "pg-boss";

import { pool } from "@/lib/db";
import { takeTurn } from "@/lib/db/turn";
import { log } from "@/lib/log";

/** A job that could not be done is tried again after half a minute, a minute, two, and so on. */
const RETRIES = { retryLimit: 5, retryDelay: 30, retryBackoff: true };
/** Done jobs are of no use to anybody. */
const KEPT = { archiveCompletedAfterSeconds: 3_600, deleteAfterDays: 2 };
const STOP_MS = 8_000;

/** A queue, and what is to be done with a job of it. What is thrown has the job tried again. */
export interface Queue<Job extends object> {
  name: string;
  work(job: Job): Promise<void>;
  /** How often it is looked for jobs, and how many are taken at once. */
  everySeconds: number;
  atOnce: number;
  /** When a job of it comes by itself, on one instance whichever that is, as cron says it in UTC. */
  cron?: string;
}

/** The queues of this process, over the pool that every request uses. */
export interface Jobs {
  /** Adds jobs. Of those with one key, one is taken in `withinSeconds`, and the others are dropped. */
  add(queue: string, jobs: KeyedJob[], withinSeconds: number): Promise<void>;
  /** Takes no more jobs and waits a moment for those that are being done; others go back. */
  stop(): Promise<void>;
}

interface KeyedJob {
  key: string;
  job: object;
}

/**
 * Begins to work on queues, whose tables are made or brought up to date first: by one instance of
 * several that start, while the others wait.
 *
 * Instances share the queues: each job is done by one of them, and again by any when that one dies.
 */
export async function openJobs(
  url: string,
  makeQueues: (jobs: Pick<Jobs, "add">) => Queue<never>[],
): Promise<Jobs> {
  const boss = new PgBoss({ db: { executeSql }, schema: "jobs", ...RETRIES, ...KEPT });
  boss.on("error", (error) => log.warn({ reason: error.message }, "the job queue has a problem"));

  async function add(queue: string, jobs: KeyedJob[], withinSeconds: number): Promise<void> {
    if (jobs.length === 0) return;
    const rows = jobs.map(({ key, job }) => ({
      ...{ name: queue, data: job, singletonKey: key, singletonSeconds: withinSeconds },
    }));
    await boss.insert(rows);
  }

  const queues = makeQueues({ add });
  await takeTurn(url, "jobs", async () => {
    await boss.start();
    for (const { name, cron } of queues) {
      await boss.createQueue(name, { name, ...RETRIES });
      if (cron) await boss.schedule(name, cron);
    }
  });
  for (const queue of queues) await work(boss, queue);
  return { add, stop: () => boss.stop({ graceful: true, wait: true, timeout: STOP_MS }) };
}

async function work(boss: PgBoss, { name, work, ...rest }: Queue<never>): Promise<void> {
  const options = { pollingIntervalSeconds: rest.everySeconds, batchSize: rest.atOnce };
  await boss.work<never>(name, options, async (jobs) => {
    for (const { id, data } of jobs) {
      try {
        await work(data);
      } catch (error) {
        log.warn({ err: error, queue: name, job: id }, "a job failed and will be tried again");
        // This one only: the others of the batch are done.
        await boss.fail(name, id, { message: error instanceof Error ? error.message : "" });
      }
    }
  });
}

/** pg-boss sends whole transactions as one text: one that fails must not stay open in the pool. */
async function executeSql(text: string, values?: unknown[]) {
  const client = await pool.connect();
  try {
    return await client.query(text, values);
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
