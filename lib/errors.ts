import type messages from "@/messages/en.json";

/** The name of a sentence under `errors` in `messages/`: what the person is told. */
export type ErrorKey = keyof (typeof messages)["errors"];

/** Values for the sentence's ICU arguments. */
export type ErrorValues = Record<string, string | number>;

interface RefusalDetails {
  values?: ErrorValues;
  /** The input field at fault, as the form or API names it. */
  field?: string;
  /** Seconds after which trying again makes sense. */
  retryAfter?: number;
}

/**
 * A refusal: the request was understood and the answer is no, for a reason the person can act on.
 *
 * Thrown by `lib`, translated in exactly three places (page, route, action of `lib/server`).
 * Everything else that is thrown is a bug. Carries the key of a sentence rather than the
 * sentence, so that one refusal reads right in every language.
 */
export abstract class Refusal extends Error {
  abstract readonly status: number;

  constructor(
    readonly key: ErrorKey,
    readonly details: RefusalDetails = {},
  ) {
    super(key);
    this.name = new.target.name;
  }
}

/** Nobody is signed in, or the session has ended. */
export class Unauthenticated extends Refusal {
  readonly status = 401;
  constructor() {
    super("unauthenticated");
  }
}

/** It does not exist, or this viewer may not know that it does: the two are never told apart. */
export class NotFound extends Refusal {
  readonly status = 404;
  constructor(key: ErrorKey = "notFound") {
    super(key);
  }
}

/** The viewer may see it but not do this with it. */
export class Forbidden extends Refusal {
  readonly status = 403;
  constructor(key: ErrorKey = "forbidden") {
    super(key);
  }
}

/** The input is not acceptable; `details.field` says which part. */
export class Invalid extends Refusal {
  readonly status = 400;
}

/** It contradicts what is stored: taken, already done, or changed by somebody else. */
export class Conflict extends Refusal {
  readonly status = 409;
}

/** The version named in If-Match is no longer the present one. */
export class Stale extends Refusal {
  readonly status = 412;
  constructor() {
    super("stale");
  }
}

/** An edit came without If-Match. */
export class VersionRequired extends Refusal {
  readonly status = 428;
  constructor() {
    super("versionRequired");
  }
}

/** The body is larger than what is read. */
export class TooLarge extends Refusal {
  readonly status = 413;
  constructor(values: { limit: string }) {
    super("tooLarge", { values });
  }
}

/** Too many attempts or too many streams; `retryAfter` seconds later it may work. */
export class TooMany extends Refusal {
  readonly status = 429;
  constructor(key: ErrorKey, retryAfter: number) {
    super(key, { retryAfter, values: { minutes: Math.max(1, Math.ceil(retryAfter / 60)) } });
  }
}

/** Throws {@link Forbidden} unless `allowed`. */
export function authorize(allowed: boolean, key?: ErrorKey): asserts allowed {
  if (!allowed) throw new Forbidden(key);
}
