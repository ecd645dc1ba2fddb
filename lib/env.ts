import { hostname } from "node:os";
import { z } from "zod";

import { SetupError } from "@/lib/setup-error";

/** What the person who runs Postil has set, checked; see {@link readEnvironment}. */
export type Environment = z.output<typeof environment>;

/**
 * The checked environment of this process, parsed once, at the first look at one of its values.
 *
 * Not at import: a build, or a page that pulls this file into a browser by mistake, must not fail
 * because a server is not set up.
 *
 * @throws SetupError when a variable has a value that it cannot have
 */
export const env: Environment = new Proxy({} as Environment, {
  get: (_, name: keyof Environment) => {
    parsed ??= readEnvironment(process.env);
    return parsed[name];
  },
});

/**
 * Checks every variable that Postil reads. An empty one counts as not set, because that is what
 * container platforms pass for a setting left blank.
 *
 * @throws SetupError naming each wrong variable, what is expected, and where that is explained
 */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const isSet = ([, value]: [string, string | undefined]) => value?.trim();
  const result = environment.safeParse(Object.fromEntries(Object.entries(variables).filter(isSet)));
  if (result.success) return result.data;
  const faults = new Set(
    result.error.issues.map(({ path, message }) => `${String(path[0])} ${message}.`),
  );
  throw new SetupError(`${[...faults].join("\n")}\nSee “Settings” in README.md.`);
}

let parsed: Environment | undefined;

const LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
const SWITCH = { "1": true, true: true, on: true, "0": false, false: false, off: false };

/** The messages complete a sentence that begins with the variable's name, and never quote a value. */
const environment = z
  .object({
    NODE_ENV: z.string().default("development"),
    DATABASE_URL: z
      .string()
      .refine(isDatabaseUrl, {
        error:
          "must be the address of a PostgreSQL database, such as postgresql://name:password@host:5432/database (with %40 for an @ in the password)",
      })
      .optional(),
    DATABASE_POOL: wholeNumber(1, 500).default(10),
    AUTH_SECRET: z
      .string()
      .min(32, {
        error: "must be 32 characters or more, such as what `openssl rand -base64 33` prints",
      })
      .optional(),
    PORT: wholeNumber(0, 65_535).default(3000),
    HOSTNAME: z
      .string()
      // Shells and containers set this to the machine's own name. Nobody means by it that the
      // application must be unreachable as localhost.
      .transform((name) => (name === hostname() ? undefined : name))
      .optional(),
    DEMO: z
      .enum(Object.keys(SWITCH) as [keyof typeof SWITCH], { error: "must be 1 or 0" })
      .transform((word) => SWITCH[word])
      .optional(),
    PUBLIC_URL: z
      .string()
      .refine(isWebAddress, {
        error:
          "must be the address at which people reach Postil, such as https://postil.example.edu",
      })
      .optional(),
    SMTP_URL: z
      .string()
      .refine(isSmtpUrl, {
        error: "must be the address of a mail server, such as smtps://name:password@host:465",
      })
      .optional(),
    MAIL_FROM: z
      .string()
      .refine((address) => /^[^\s@<>]+@[^\s@<>]+$/.test(address), {
        error: "must be an email address, such as postil@example.edu",
      })
      .optional(),
    TRUST_PROXY: wholeNumber(0, 10).default(0),
    LOG_LEVEL: z
      .enum(LEVELS, { error: `must be one of ${LEVELS.slice(0, -1).join(", ")} or silent` })
      .default("info"),
    POSTIL_DATA: z.string().default(".data"),
  })
  .transform((values) => ({ ...values, DEMO: values.DEMO ?? values.DATABASE_URL === undefined }));

function wholeNumber(least: number, most: number) {
  return z
    .string()
    .transform(Number)
    .refine((number) => Number.isInteger(number) && number >= least && number <= most, {
      error: `must be a whole number from ${least} to ${most}`,
    });
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function isSmtpUrl(text: string): boolean {
  return URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol);
}

function isDatabaseUrl(text: string): boolean {
  try {
    const { protocol, pathname } = new URL(text);
    return /^postgres(ql)?:$/.test(protocol) && decodeURIComponent(pathname).length > 1;
  } catch {
    return false;
  }
}
