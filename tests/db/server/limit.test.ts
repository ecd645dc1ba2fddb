import { expect, test } from "vitest";

import { TooMany } from "@/lib/errors";
import { countAct, countPost } from "@/lib/server/limit";

test("a person posts thirty times a minute, and is told when to go on", async () => {
  const [ada, ben] = [crypto.randomUUID(), crypto.randomUUID()];
  for (let posts = 0; posts < 30; posts++) await countPost(ada);
  const refusal = await countPost(ada).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(TooMany);
  const { retryAfter } = (refusal as TooMany).details;
  expect(retryAfter).toBeGreaterThan(0);
  expect(retryAfter).toBeLessThanOrEqual(60);
  await countPost(ben);
  await countAct(ada);
});
