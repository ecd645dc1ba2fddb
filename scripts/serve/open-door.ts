import { once } from "node:events";
import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";

import type { Environment } from "@/lib/env";
import { SetupError } from "@/lib/setup-error";
import { settleForwarded } from "./forwarded";

/** A server that has its port from the first moment and says 503 until it is told what to serve. */
export interface Door {
  server: Server;
  port: number;
  /** Where a browser on this machine finds it. */
  address: string;
  serve(listener: RequestListener): void;
  /**
   * Takes no more requests, lets those that are being answered finish, within bounds, and closes.
   * `endStreams` is called in between, to end the answers that would go on for ever.
   */
  close(endStreams: () => void): Promise<void>;
}

const GRACE_MS = 10_000;

/**
 * Opens the port of the settings, before anything that takes long.
 *
 * @throws SetupError when it is not to be had
 */
export async function openDoor(settings: Environment): Promise<Door> {
  let listener: RequestListener = unavailable;
  const upgraded = new Set<Duplex>();
  const server = createServer(LIMITS, (request, response) => {
    settleForwarded(request, settings.TRUST_PROXY);
    listener(request, response);
  });
  server.on("upgrade", (_request, socket: Duplex) => {
    upgraded.add(socket);
    socket.once("close", () => upgraded.delete(socket));
  });
  await listen(server, settings);
  const { port } = server.address() as AddressInfo;
  return {
    server,
    port,
    address: `http://${nameOf(settings.HOSTNAME)}:${port}`,
    serve(next) {
      listener = next;
    },
    async close(endStreams) {
      listener = unavailable;
      const closed = new Promise((resolve) => server.close(resolve));
      endStreams();
      for (const socket of upgraded) socket.destroy();
      // Connections that are kept alive become idle one after the other.
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      const late = setTimeout(() => server.closeAllConnections(), GRACE_MS);
      await closed;
      clearInterval(idle);
      clearTimeout(late);
    },
  };
}

const LIMITS = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 20_000,
  // For a text of 5 MB over a slow line.
  requestTimeout: 180_000,
  // Longer than proxies keep a connection without use (nginx and AWS 60 s, Traefik 90 s, Caddy
  // 120 s): one that we close while they send on it is an error to somebody.
  keepAliveTimeout: 130_000,
};

function unavailable(_request: unknown, response: ServerResponse): void {
  response
    .writeHead(503, {
      "content-type": "text/plain; charset=utf-8",
      "cache-control": "no-store",
      "retry-after": "3",
      connection: "close",
    })
    .end("Postil is starting or stopping. Try again in a moment.\n");
}

async function listen(server: Server, { PORT, HOSTNAME }: Environment): Promise<void> {
  try {
    server.listen({ port: PORT, host: HOSTNAME });
    await once(server, "listening");
  } catch (error) {
    throw new SetupError(explain(error as NodeJS.ErrnoException, PORT, HOSTNAME));
  }
}

function explain({ code, message }: NodeJS.ErrnoException, port: number, host?: string): string {
  if (code === "EADDRINUSE") {
    return `Port ${port} is in use. Stop the program that uses it, or name another port in PORT.`;
  }
  if (code === "EACCES") {
    return `Port ${port} may be opened by root only. Name one from 1024 up in PORT.`;
  }
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return `This machine has no address ${host}. Leave HOSTNAME out to listen on all of them.`;
  }
  return `Port ${port} could not be opened: ${message}. Name another one in PORT.`;
}

const LOCAL = new Set(["0.0.0.0", "::", "127.0.0.1", "::1"]);

function nameOf(host = "::"): string {
  if (LOCAL.has(host)) return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}
