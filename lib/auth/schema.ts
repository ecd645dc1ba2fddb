import { z } from "zod";

/** The longest password that is hashed: argon2 reads all of it, so it has to be bounded. */
const PASSWORD_MAXIMUM = 128;
const PASSWORD_MINIMUM = 10;

const email = z.string().trim().max(254).pipe(z.email("emailWrong"));

/** The one-click identities of demo mode. */
export const DEMO_LABELS = ["Instructor", "Student A", "Student B"] as const;

/** A time zone name that this runtime knows. */
export const timeZone = z.string().max(64).refine(isTimeZone, "wrongTimeZone");

const returnTo = z.string().max(2_000).optional();

export const signInInput = z.strictObject({
  email,
  password: z.string().min(1).max(PASSWORD_MAXIMUM, "passwordLong"),
  return: returnTo,
});

export const signUpInput = z.strictObject({
  name: z.string().trim().min(1).max(120),
  email,
  password: z.string().min(PASSWORD_MINIMUM, "passwordShort").max(PASSWORD_MAXIMUM, "passwordLong"),
  // Found out by the browser; a form sent without JavaScript has none.
  timeZone: timeZone.optional().catch(undefined),
  return: returnTo,
});

export const demoInput = z.strictObject({ label: z.enum(DEMO_LABELS), return: returnTo });

export type SignInInput = z.output<typeof signInInput>;
export type SignUpInput = z.output<typeof signUpInput>;

/**
 * Where to go after signing in: `value` when it is a path of this site, else `/home`.
 *
 * Decided by the URL parser rather than by looking at the first characters, because browsers
 * read `/\evil.example` and `/<tab>/evil.example` as addresses of another site.
 */
export function returnPath(value: unknown): string {
  if (typeof value !== "string" || !value.startsWith("/")) return "/home";
  const base = "http://postil.invalid";
  if (!URL.canParse(value, base)) return "/home";
  const { origin, pathname, search, hash } = new URL(value, base);
  // Of `/.//evil.example` resolving the dots leaves what is read as another site the next time.
  const isOurs = origin === base && !pathname.startsWith("//");
  return isOurs ? `${pathname}${search}${hash}` : "/home";
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
