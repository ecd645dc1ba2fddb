import "server-only";

import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { ZodError } from "zod";

import { Forbidden, Invalid, NotFound, Unauthenticated } from "@/lib/errors";

/** The request header in which `proxy.ts` tells pages their own path and query. */
const PATH_HEADER = "x-postil-path";

/**
 * Runs a page's reads and turns refusals into Next's own answers: not found, or the sign-in
 * page with the way back. An address that does not parse is *not found* too.
 *
 * Anything else is a bug and is left to the error page.
 */
export async function load<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Unauthenticated) {
      const path = (await headers()).get(PATH_HEADER) ?? "/home";
      redirect(`/sign-in?return=${encodeURIComponent(path)}`);
    }
    if ([NotFound, Forbidden, Invalid, ZodError].some((kind) => error instanceof kind)) notFound();
    throw error;
  }
}
