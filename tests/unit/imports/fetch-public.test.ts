import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";

import { fetchPublic, isPublicAddress } from "@/lib/imports/fetch-public";

const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A server of the test's own; its address. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const isAllowed = () => true;
const refusal = (key: string) => ({ name: "Invalid", key });

describe("an IP address", () => {
  test.each(["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])("%s is public", (ip) => {
    expect(isPublicAddress(ip)).toBe(true);
  });

  test.each([
    ...["127.0.0.1", "127.8.8.8", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "100.64.0.1"],
    ...["169.254.169.254", "224.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "240.0.0.1"],
    ...["::1", "::", "fe80::1", "fc00::1", "fd00:ec2::254", "ff02::1", "::ffff:127.0.0.1"],
    ...[
      "::ffff:169.254.169.254",
      "64:ff9b::7f00:1",
      "2002:7f00:1::",
      "2001:db8::1",
      "localhost",
      "",
    ],
  ])("%s is not", (ip) => {
    expect(isPublicAddress(ip)).toBe(false);
  });
});

describe("fetching refuses", () => {
  test.each([
    ...[
      "http://127.0.0.1/",
      "http://[::1]/",
      "http://localhost/",
      "http://0/",
      "http://2130706433/",
    ],
    ...["http://0x7f.1/", "http://169.254.169.254/latest/meta-data/", "http://[::ffff:7f00:1]/"],
    "http://127.0.0.1.:80/",
  ])("%s, which leads inside", async (address) => {
    await expect(fetchPublic(address)).rejects.toMatchObject(refusal("importForbiddenAddress"));
  });

  test.each([
    "file:///etc/passwd",
    "ftp://example.org/",
    "http://user:word@example.org/",
    "nothing",
  ])("%s, which is no address of the web", async (address) => {
    await expect(fetchPublic(address)).rejects.toMatchObject(refusal("importNoAddress"));
  });

  test("to be led inside by a public page", async () => {
    let hits = 0;
    const inner = await serve((_, response) => {
      hits += 1;
      response.end("secret");
    });
    const outer = await serve((_, response) => {
      response.writeHead(302, { location: inner.replace("127.0.0.1", "localhost") }).end();
    });
    // The first is let through as if it were public; what `localhost` comes to is not.
    let asked = 0;
    const onlyFirst = () => asked++ === 0;
    await expect(fetchPublic(outer, { isAllowed: onlyFirst })).rejects.toMatchObject(
      refusal("importForbiddenAddress"),
    );
    expect(hits).toBe(0);
  });

  test("to be led to a file of this machine", async () => {
    const outer = await serve((_, response) => {
      response.writeHead(302, { location: "file:///etc/passwd" }).end();
    });
    await expect(fetchPublic(outer, { isAllowed })).rejects.toMatchObject(
      refusal("importNoAddress"),
    );
  });

  test("to be led in circles", async () => {
    const outer = await serve((_, response) => response.writeHead(301, { location: "/" }).end());
    await expect(fetchPublic(outer, { isAllowed })).rejects.toMatchObject(
      refusal("importUnreachable"),
    );
  });

  test("what is too large, also where only its packing is small", async () => {
    const large = await serve((_, response) => response.end(Buffer.alloc(3_000)));
    const packed = await serve((_, response) => {
      response
        .writeHead(200, { "content-encoding": "gzip" })
        .end(gzipSync(Buffer.alloc(3_000_000)));
    });
    for (const address of [large, packed]) {
      await expect(fetchPublic(address, { isAllowed, limit: 2_000 })).rejects.toMatchObject(
        refusal("importFetchTooBig"),
      );
    }
  });

  test("what never ends, and what is an error", async () => {
    const silent = await serve(() => undefined);
    await expect(fetchPublic(silent, { isAllowed, deadline: 100 })).rejects.toMatchObject(
      refusal("importUnreachable"),
    );
    const missing = await serve((_, response) => response.writeHead(404).end("no"));
    await expect(fetchPublic(missing, { isAllowed })).rejects.toMatchObject(
      refusal("importUnreachable"),
    );
  });
});

describe("fetching", () => {
  test("brings what there is, from where it was led to, as a stranger", async () => {
    const seen: (string | undefined)[] = [];
    const address = await serve((request, response) => {
      seen.push(request.headers.cookie, request.headers.authorization);
      if (request.url === "/") {
        response.writeHead(302, { location: "/there", "set-cookie": "a=1" }).end();
        return;
      }
      const headers = { "content-type": "text/html", "content-encoding": "gzip" };
      response.writeHead(200, headers).end(gzipSync("<p>Words"));
    });
    const { bytes, ...rest } = await fetchPublic(address, { isAllowed });
    expect(rest).toEqual({ address: `${address}/there`, type: "text/html" });
    expect(bytes.toString()).toBe("<p>Words");
    expect(seen).toEqual([undefined, undefined, undefined, undefined]);
  });

  test("connects to the very address that was checked, whatever the name comes to later", async () => {
    const address = await serve((request, response) => response.end(request.headers.host));
    const checked: string[] = [];
    const { bytes } = await fetchPublic(address.replace("127.0.0.1", "localhost"), {
      isAllowed: (ip) => {
        checked.push(ip);
        return true;
      },
    });
    expect(checked).toContain("127.0.0.1");
    expect(bytes.toString()).toMatch(/^localhost:/);
  });
});
