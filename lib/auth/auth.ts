import "server-only";

import NextAuth, { CredentialsSignin, type NextAuthConfig } from "next-auth";
import Credentials from "next-auth/providers/credentials";

import { env } from "@/lib/env";
import { TooMany } from "@/lib/errors";
import { clientAddress } from "./address";
import { returnPath, signInInput } from "./schema";
import { verifyCredentials } from "./verify";

const MONTH = 30 * 24 * 60 * 60;

/** Too many attempts, as an error that Auth.js passes on. `code` ends in the seconds to wait. */
export class TooManyAttempts extends CredentialsSignin {
  constructor(retryAfter: number) {
    super();
    this.code = `too-many-attempts-${retryAfter}`;
  }
}

function config(): NextAuthConfig {
  return {
    secret: env.AUTH_SECRET,
    // The host is checked by the server in front; Auth.js would otherwise refuse to run.
    trustHost: true,
    session: { strategy: "jwt", maxAge: MONTH },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [Credentials({ credentials: { email: {}, password: {} }, authorize })],
    callbacks: {
      jwt: ({ token, user }) => (user ? { ...token, epoch: user.sessionEpoch } : token),
      session: ({ session, token }) => ({ ...session, subject: token.sub, epoch: token.epoch }),
      redirect: ({ url, baseUrl }) => `${baseUrl}${returnPath(url.replace(baseUrl, ""))}`,
    },
    logger: { error: () => undefined },
  };
}

/** Auth.js, configured at the first request, so that a build needs no secret. */
export const { handlers, auth, signIn, signOut } = NextAuth(config);

async function authorize(credentials: Partial<Record<string, unknown>>, request: Request) {
  const parsed = signInInput.pick({ email: true, password: true }).safeParse({
    email: credentials.email,
    password: credentials.password,
  });
  if (!parsed.success) return null;
  try {
    return await verifyCredentials(parsed.data, clientAddress(request.headers));
  } catch (error) {
    if (error instanceof TooMany) throw new TooManyAttempts(error.details.retryAfter ?? 60);
    throw error;
  }
}
