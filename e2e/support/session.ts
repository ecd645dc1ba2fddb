import type { Cookie } from "@playwright/test";
import { encode } from "next-auth/jwt";

import type { Person } from "../../tests/support/factories";

/** As Auth.js names it where there is no https; it is salted with its own name. */
const NAME = "authjs.session-token";

/** The cookie that signing in through the form would set. That form is tested once, elsewhere. */
export async function sessionCookie(
  { id, sessionEpoch }: Pick<Person, "id" | "sessionEpoch">,
  url: string,
): Promise<Pick<Cookie, "name" | "value" | "httpOnly" | "sameSite"> & { url: string }> {
  const value = await encode({
    token: { sub: id, epoch: sessionEpoch },
    secret: process.env.AUTH_SECRET ?? "",
    salt: NAME,
  });
  return { name: NAME, value, url, httpOnly: true, sameSite: "Lax" };
}
