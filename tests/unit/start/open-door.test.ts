import { once } from "node:events";
import { Agent, get, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";

import { readEnvironment } from "@/lib/env";
import { SetupError } from "@/lib/setup-error";
import { type Door, openDoor } from "@/scripts/serve/open-door";

const settings = { ...readEnvironment({ HOSTNAME: "127.0.0.1" }), PORT: 0 };
const nothing = () => undefined;

let door: Door;
let isClosed: boolean;

beforeEach(async () => {
  door = await openDoor(settings);
  isClosed = false;
});

afterEach(async () => {
  if (!isClosed) await close();
});

function close(endStreams: () => void = nothing): Promise<void> {
  isClosed = true;
  return door.close(endStreams);
}

async function request(agent = new Agent()): Promise<IncomingMessage> {
  const [response] = await once(get({ port: door.port, host: "127.0.0.1", agent }), "response");
  return response as IncomingMessage;
}

test("before there is anything to serve, the port is taken and says so", async () => {
  expect(door.address).toBe(`http://localhost:${door.port}`);
  expect(await request()).toMatchObject({ statusCode: 503, headers: { "retry-after": "3" } });
  const second = openDoor({ ...settings, PORT: door.port });
  await expect(second).rejects.toThrow(SetupError);
  await expect(second).rejects.toThrow(`Port ${door.port} is in use.`);
});

test("an answer that has begun is finished, and nothing new begins", async () => {
  let finish = nothing as () => void;
  door.serve((_request, response) => {
    response.write("begun ");
    finish = () => response.end("finished");
  });
  const response = await request();
  const closing = close();
  await expect(request()).rejects.toThrow("ECONNREFUSED");
  finish();
  expect(await text(response)).toBe("begun finished");
  await closing;
});

test("streams are told to end, and connections without a request hold nothing up", async () => {
  const agent = new Agent({ keepAlive: true });
  let end = nothing as () => void;
  door.serve((_request, response) => {
    response.write(": here\n\n");
    end = () => response.end();
  });
  const response = await request(agent);
  const closing = close(() => end());
  await text(response);
  await closing;
  agent.destroy();
});
