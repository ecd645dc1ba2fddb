import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";

import { clientAddress } from "@/lib/auth/address";
import { settleForwarded } from "@/scripts/serve/forwarded";

function requestFrom(address: string, headers: Record<string, string>) {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: address });
  return Object.assign(new IncomingMessage(socket), { headers: { host: "here", ...headers } });
}

const claims = {
  "x-forwarded-for": "6.6.6.6",
  "x-forwarded-host": "evil",
  "x-forwarded-proto": "x",
};

test("without a proxy, what a client claims is thrown away", () => {
  const request = requestFrom("::ffff:192.0.2.7", claims);
  settleForwarded(request, 0);
  expect(request.headers).toEqual({ host: "here", "x-forwarded-for": "192.0.2.7" });
  expect(clientAddress(new Headers({ "x-forwarded-for": "192.0.2.7" }))).toBe("192.0.2.7");
});

test("what a trusted proxy wrote stays", () => {
  const request = requestFrom("10.0.0.1", claims);
  settleForwarded(request, 1);
  expect(request.headers).toEqual({ host: "here", ...claims });
});

test("a request that came past the proxy has the address of its socket", () => {
  const request = requestFrom("2001:db8::1", {});
  settleForwarded(request, 1);
  expect(request.headers["x-forwarded-for"]).toBe("2001:db8::1");
});
