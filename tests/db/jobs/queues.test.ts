import { expect, onTestFinished, test, vi } from "vitest";

import { env } from "@/lib/env";
import { openJobs, type Queue } from "@/lib/jobs/boss";

interface Job {
  number: number;
}

/** An instance that works on one queue, until the end of the test. */
async function openInstance(name: string, work: (job: Job) => Promise<void>) {
  const queue: Queue<never> = { name, everySeconds: 0.5, atOnce: 2, work };
  const jobs = await openJobs(env.DATABASE_URL ?? "", () => [queue]);
  onTestFinished(() => jobs.stop());
  return jobs;
}

test("instances that start at once share a queue, and each job is done by one of them", async () => {
  const done: number[] = [];
  const work = async ({ number }: Job) => void done.push(number);
  const [first] = await Promise.all([openInstance("shared", work), openInstance("shared", work)]);
  const jobs = [1, 2, 3, 4, 5, 6].map((number) => ({ key: `job ${number}`, job: { number } }));
  await first.add("shared", jobs, 600);
  await vi.waitFor(() => expect(done.toSorted()).toEqual([1, 2, 3, 4, 5, 6]), { timeout: 20_000 });
});

test("of jobs with one key one is taken in its time", async () => {
  const done: number[] = [];
  const jobs = await openInstance("keyed", async ({ number }) => void done.push(number));
  await jobs.add("keyed", [{ key: "Ada", job: { number: 1 } }], 86_400);
  await jobs.add("keyed", [{ key: "Ada", job: { number: 2 } }], 86_400);
  await jobs.add("keyed", [{ key: "Ben", job: { number: 3 } }], 86_400);
  await vi.waitFor(() => expect(done.toSorted()).toEqual([1, 3]), { timeout: 20_000 });
});

test("a job that fails holds none of the others up", async () => {
  const done: number[] = [];
  const jobs = await openInstance("failing", async ({ number }) => {
    if (number === 1) throw new Error("not today");
    done.push(number);
  });
  const both = [1, 2].map((number) => ({ key: `job ${number}`, job: { number } }));
  await jobs.add("failing", both, 600);
  await vi.waitFor(() => expect(done).toEqual([2]), { timeout: 20_000 });
});
