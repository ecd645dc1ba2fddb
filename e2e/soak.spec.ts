import { setTimeout as pause } from "node:timers/promises";

import { db } from "@/lib/db";
import { randomNumbers } from "../bench/support/random";
import { createMember } from "../tests/support/factories";
import { startApplication } from "./support/application";
import { openRandomReader, type RandomReader } from "./support/random-reader";
import { expect, test } from "./support/test";

const READERS = 30;
const DURATION_MS = 60_000;
/** On the average one does something every other second. */
const REST_MS = 4_000;

/** Names the instances' connections, so that theirs can be cut and no others. */
const APPLICATION = "postil_soak";

test("thirty people at once, over restarts of an instance and of the database, all come to know the same", async ({
  classroom,
}) => {
  test.setTimeout(5 * 60_000);
  const databaseUrl = new URL(process.env.DATABASE_URL ?? "");
  databaseUrl.searchParams.set("application_name", APPLICATION);
  const at = { databaseUrl: databaseUrl.href };
  const [first, second] = await Promise.all([startApplication(at), startApplication(at)]);
  let instances = [first, second];
  const { assignment, course } = classroom;
  const seed = 20_261_125;
  const readers: RandomReader[] = [];
  try {
    for (let place = 0; place < READERS; place++) {
      const member = await createMember(course.id, place === 0 ? "INSTRUCTOR" : "STUDENT");
      const random = randomNumbers(seed + place);
      const { url } = place % 2 === 0 ? first : second;
      readers.push(await openRandomReader(url, { assignment, member, random }));
    }
    const end = performance.now() + DURATION_MS;
    const use = async (reader: RandomReader, random: () => number) => {
      while (performance.now() < end) {
        await pause(random() * REST_MS);
        await reader.act();
      }
    };
    const disturb = async () => {
      await pause(DURATION_MS / 4);
      await cutConnections();
      await pause(DURATION_MS / 4);
      await second.kill();
      instances = [first];
      const port = new URL(second.url).port;
      instances.push(await startApplication({ ...at, port }));
      await pause(DURATION_MS / 8);
      await cutConnections();
    };
    const busy = readers.map((reader, place) => use(reader, randomNumbers(seed - 1 - place)));
    await Promise.all([...busy, disturb()]);

    for (const reader of readers) {
      await expect(async () => {
        const { known, fresh } = await reader.compare();
        expect(known).toEqual(fresh);
      }).toPass({ timeout: 60_000 });
    }
    const kept = readers.flatMap((reader) => [...reader.kept]);
    expect(kept.length).toBeGreaterThan(READERS);
    expect(await db.comment.count({ where: { assignmentId: assignment.id } })).toBe(kept.length);
    expect(await db.comment.count({ where: { id: { in: kept } } })).toBe(kept.length);
    const votes = await db.vote.groupBy({
      by: ["commentId"],
      where: { comment: { assignmentId: assignment.id } },
      _count: true,
    });
    expect(votes.length).toBeGreaterThan(READERS);
    const counted = await db.comment.findMany({
      where: { assignmentId: assignment.id, voteCount: { not: 0 } },
      select: { id: true, voteCount: true },
    });
    const byId = (rows: [string, number][]) => Object.fromEntries(rows);
    expect(byId(counted.map(({ id, voteCount }) => [id, voteCount]))).toEqual(
      byId(votes.map(({ commentId, _count }) => [commentId, _count])),
    );
  } finally {
    for (const reader of readers) reader.leave();
    await Promise.all(instances.map((instance) => instance.stop()));
  }
});

/** What a restart of the database is to those who are connected to it. */
async function cutConnections(): Promise<void> {
  await db.$queryRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = ${APPLICATION}`;
}
