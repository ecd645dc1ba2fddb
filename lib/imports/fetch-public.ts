import "server-only";

import { lookup as resolveName } from "node:dns/promises";
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";
import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import ipaddr from "ipaddr.js";

import { Invalid } from "@/lib/errors";
import { FETCH_LIMIT } from "./schema";

const DEADLINE_MS = 15_000;
const REDIRECTS_AT_MOST = 5;

/** What an address answered. */
export interface Fetched {
  /** The address after all redirects. */
  address: string;
  type: string;
  bytes: Buffer;
}

interface Options {
  /** Whether something may be fetched from an IP address; tests have servers of their own. */
  isAllowed?: (ip: string) => boolean;
  limit?: number;
  deadline?: number;
}

/**
 * Fetches from the public web, as a stranger: no cookies, no credentials. Private, loopback,
 * link-local and other inner addresses are refused, at every redirect anew. The addresses that a
 * name has are looked up once, and the one that was checked is the one that is connected to, so that
 * a name whose address changes in between leads nowhere else.
 *
 * @throws Invalid
 */
export async function fetchPublic(
  address: string,
  { isAllowed = isPublicAddress, limit = FETCH_LIMIT, deadline = DEADLINE_MS }: Options = {},
): Promise<Fetched> {
  const signal = AbortSignal.timeout(deadline);
  let next = address;
  for (let hop = 0; hop <= REDIRECTS_AT_MOST; hop++) {
    const url = requireWebAddress(next);
    const answer = await ask(url, { isAllowed, limit, signal });
    if (!("redirect" in answer)) return { ...answer, address: url.href };
    if (!URL.canParse(answer.redirect, url)) throw refuse("importUnreachable");
    next = new URL(answer.redirect, url).href;
  }
  throw refuse("importUnreachable");
}

/** Whether an IP address is of the public internet; IPv4 inside of IPv6 is looked at as what it is. */
export function isPublicAddress(ip: string): boolean {
  return ipaddr.isValid(ip) && ipaddr.process(ip).range() === "unicast";
}

function requireWebAddress(address: string): URL {
  if (!URL.canParse(address)) throw refuse("importNoAddress");
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) {
    throw refuse("importNoAddress");
  }
  return url;
}

function refuse(
  key: "importNoAddress" | "importUnreachable" | "importForbiddenAddress" | "importFetchTooBig",
): Invalid {
  return new Invalid(key, { field: "address" });
}

interface Asking extends Required<Pick<Options, "isAllowed" | "limit">> {
  signal: AbortSignal;
}

type Answer = { redirect: string } | Omit<Fetched, "address">;

function ask(url: URL, { isAllowed, limit, signal }: Asking): Promise<Answer> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  // Of an address in numbers nothing is looked up.
  if (ipaddr.isValid(host) && !isAllowed(host)) throw refuse("importForbiddenAddress");
  const send = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) =>
      reject(error instanceof Invalid ? error : refuse("importUnreachable"));
    const request = send(
      url,
      {
        agent: false,
        signal,
        lookup: checkedLookup(isAllowed),
        headers: {
          accept: "text/html,application/xhtml+xml,application/pdf,application/epub+zip,*/*;q=0.5",
          "accept-encoding": "gzip, deflate, br",
          "user-agent": "Mozilla/5.0 (compatible; Postil)",
        },
      },
      (response) => {
        const { statusCode = 0, headers } = response;
        if (statusCode >= 300 && statusCode < 400 && headers.location) {
          response.destroy();
          resolve({ redirect: headers.location });
          return;
        }
        if (statusCode !== 200) {
          response.destroy();
          fail(null);
          return;
        }
        response.on("error", fail);
        collect(unpacked(response, headers["content-encoding"]), limit)
          .then((bytes) => resolve({ bytes, type: headers["content-type"] ?? "" }), fail)
          .finally(() => response.destroy());
      },
    );
    request.on("error", fail);
    request.end();
  });
}

/** Looks a name up for a connection, which is then made to what was checked here and to nothing else. */
function checkedLookup(isAllowed: (ip: string) => boolean): LookupFunction {
  return (name, options, done) => {
    resolveName(name, { all: true }).then(
      (addresses) => {
        const [first] = addresses;
        if (!first || !addresses.every(({ address }) => isAllowed(address))) {
          done(refuse("importForbiddenAddress"), "", 4);
        } else if (options.all) done(null, addresses);
        else done(null, first.address, first.family);
      },
      (error) => done(error, "", 4),
    );
  };
}

function unpacked(body: Readable, encoding: string | undefined): Readable {
  const unpack = { gzip: createGunzip, deflate: createInflate, br: createBrotliDecompress };
  const make = unpack[encoding as keyof typeof unpack];
  if (!make) return body;
  const stream = make();
  body.on("error", (error) => stream.destroy(error));
  return body.pipe(stream);
}

/** What comes, counted as it is after unpacking. */
async function collect(body: Readable, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw refuse("importFetchTooBig");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
