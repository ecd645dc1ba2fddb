import { once } from "node:events";
import { type AddressInfo, createServer, type Server } from "node:net";
import { afterEach, expect, test } from "vitest";

import { SetupError } from "@/lib/setup-error";
import { requireServer } from "@/scripts/database/require-server";

let server: Server | undefined;

afterEach(() => server?.close());

/** Speaks as much of PostgreSQL's protocol as it takes to say a version, or an error. */
async function pretend(answer: { version: string } | { code: string; message: string }) {
  server = createServer((socket) => {
    socket.once("data", () => {
      if ("code" in answer) {
        const fields = `SFATAL\0VFATAL\0C${answer.code}\0M${answer.message}\0\0`;
        return socket.end(frame("E", Buffer.from(fields)));
      }
      socket.write(Buffer.concat([frame("R", Buffer.alloc(4)), READY]));
      socket.once("data", () => socket.write(Buffer.concat([versionRow(answer.version), READY])));
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  return `postgresql://app:top-secret@127.0.0.1:${port}/postil`;
}

function frame(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

const READY = frame("Z", Buffer.from("I"));

function versionRow(version: string): Buffer {
  const column = Buffer.from(
    "\0\x01server_version\0\0\0\0\0\0\0\0\0\0\x19\xff\xff\xff\xff\xff\xff\0\0",
    "latin1",
  );
  const length = Buffer.alloc(4);
  length.writeInt32BE(version.length);
  const row = Buffer.concat([Buffer.from("\0\x01", "latin1"), length, Buffer.from(version)]);
  return Buffer.concat([frame("T", column), frame("D", row), frame("C", Buffer.from("SHOW\0"))]);
}

test.each(["15.0", "15.18 (Debian 15.18-0+deb12u1)", "18beta1"])(
  "PostgreSQL %s will do",
  async (version) => {
    await expect(requireServer(await pretend({ version }))).resolves.toBeUndefined();
  },
);

test.each([
  { fault: "too old", answer: { version: "14.9" }, says: /is version 14\.9.*needs 15/ },
  {
    fault: "refusing the password",
    answer: { code: "28P01", message: "password authentication failed" },
    says: /refuses the name or the password in DATABASE_URL/,
  },
  {
    fault: "without the database",
    answer: { code: "3D000", message: "database does not exist" },
    says: /There is no such database/,
  },
  {
    fault: "full",
    answer: { code: "53300", message: "too many clients already" },
    says: /cannot be used: too many clients already/,
  },
])(
  "a server that is $fault is refused in a sentence without a secret",
  async ({ answer, says }) => {
    const refusal = await requireServer(await pretend(answer)).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(SetupError);
    expect(String(refusal)).toMatch(says);
    expect(String(refusal)).not.toContain("top-secret");
  },
);

test("where no server answers, the sentence names the place", async () => {
  const url = await pretend({ version: "18.0" });
  server?.close();
  await expect(requireServer(url)).rejects.toThrow(`No PostgreSQL answers at ${new URL(url).host}`);
});
