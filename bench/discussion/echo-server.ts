import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * What Node itself allows: a process of its own that writes what is posted to every open stream,
 * without people, rules or a database. Says its port to the process that forked it.
 */
const streams = new Set<ServerResponse>();
const server = createServer((request, response) => {
  if (request.method === "GET") {
    response.writeHead(200, { "content-type": "text/event-stream" }).write(": here\n\n");
    streams.add(response);
    response.once("close", () => streams.delete(response));
    return;
  }
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.once("end", () => {
    const event = `data: ${Buffer.concat(chunks)}\n\n`;
    for (const stream of streams) stream.write(event);
    response.writeHead(201).end();
  });
});
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
