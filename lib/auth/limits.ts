import "server-only";

import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";

import { pool } from "@/lib/db";
import { type ErrorKey, TooMany } from "@/lib/errors";

const MINUTE = 60;
const QUARTER_HOUR = 15 * MINUTE;
const HOUR = 60 * MINUTE;

const LIMITS = {
  /** Wrong passwords for one account, from wherever they come. */
  account: { points: 10, duration: QUARTER_HOUR },
  /** Wrong passwords from one address: generous, because a whole school may share one. */
  address: { points: 100, duration: QUARTER_HOUR },
  /** New accounts from one address: a class of 600 signs up within an hour. */
  signUp: { points: 200, duration: QUARTER_HOUR },
  /** Join codes tried by one person. */
  joinCode: { points: 20, duration: QUARTER_HOUR },
  /** Notes and comments of one person: more than anybody writes by hand. */
  post: { points: 30, duration: MINUTE },
  postHourly: { points: 300, duration: HOUR },
  /** Votes, drafts and other small things of one person. */
  act: { points: 240, duration: MINUTE },
  /** Images that one person uploads. */
  upload: { points: 60, duration: HOUR },
};

export type Limit = keyof typeof LIMITS;

/**
 * Counts one attempt, over all instances, before it is made, so that attempts made at once
 * cannot slip through together.
 *
 * @throws TooMany when there were too many
 */
export async function countAttempt(
  limit: Limit,
  subject: string,
  key: ErrorKey = "tooManyAttempts",
): Promise<void> {
  try {
    await limiterOf(limit).consume(keyOf(subject));
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw new TooMany(key, Math.ceil(refused.msBeforeNext / 1000));
  }
}

/** Takes back one counted attempt: it was made by somebody who had every right to it. */
export async function forgiveAttempt(limit: Limit, subject: string): Promise<void> {
  await limiterOf(limit).reward(keyOf(subject));
}

/** Forgets all attempts of a subject. */
export async function forgetAttempts(limit: Limit, subject: string): Promise<void> {
  await limiterOf(limit).delete(keyOf(subject));
}

/** Addresses and emails are not kept in the open. */
function keyOf(subject: string): string {
  return createHash("sha256").update(subject.toLowerCase()).digest("base64url");
}

const limiters = new Map<Limit, RateLimiterPostgres>();

function limiterOf(limit: Limit): RateLimiterPostgres {
  const made = limiters.get(limit) ?? makeLimiter(limit);
  limiters.set(limit, made);
  return made;
}

function makeLimiter(limit: Limit): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: pool,
    storeType: "pool",
    tableName: "rate_limit",
    tableCreated: true,
    // What is over is deleted at night, by one instance: see lib/jobs/clean.ts.
    clearExpiredByTimeout: false,
    keyPrefix: limit,
    ...LIMITS[limit],
  });
}
