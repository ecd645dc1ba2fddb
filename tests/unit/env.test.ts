import { hostname } from "node:os";
import { describe, expect, test } from "vitest";

import { readEnvironment } from "@/lib/env";
import { SetupError } from "@/lib/setup-error";

const DATABASE_URL = "postgresql://ada:secret@host:5432/postil";

/** What the person who runs Postil is told. */
function complaint(variables: Record<string, string>): string {
  try {
    readEnvironment(variables);
  } catch (error) {
    if (error instanceof SetupError) return error.message;
    throw error;
  }
  return "";
}

describe("the environment", () => {
  test("of a bare machine is enough", () => {
    expect(readEnvironment({})).toEqual({
      NODE_ENV: "development",
      DATABASE_POOL: 10,
      PORT: 3000,
      DEMO: true,
      TRUST_PROXY: 0,
      LOG_LEVEL: "info",
      POSTIL_DATA: ".data",
    });
  });

  test("is read as numbers and switches", () => {
    const set = {
      DATABASE_URL,
      DATABASE_POOL: "25",
      PORT: "0",
      TRUST_PROXY: "1",
      LOG_LEVEL: "silent",
    };
    expect(readEnvironment({ ...set, HOSTNAME: "127.0.0.1" })).toMatchObject({
      DATABASE_URL,
      DATABASE_POOL: 25,
      PORT: 0,
      TRUST_PROXY: 1,
      LOG_LEVEL: "silent",
      HOSTNAME: "127.0.0.1",
    });
  });

  test("holds nothing that Postil does not read", () => {
    expect(readEnvironment({ PATH: "/bin", AWS_SECRET: "x" })).not.toHaveProperty("PATH");
  });

  test.each(["", " ", "\n"])("counts what is set to %j as not set", (blank) => {
    const names = [
      "DATABASE_URL",
      "AUTH_SECRET",
      "PORT",
      "HOSTNAME",
      "DEMO",
      "LOG_LEVEL",
      "POSTIL_DATA",
    ];
    const variables = Object.fromEntries(names.map((name) => [name, blank]));
    expect(readEnvironment(variables)).toEqual(readEnvironment({}));
  });
});

describe("a wrong value", () => {
  test.each([
    ["DATABASE_URL", "localhost", "must be the address of a PostgreSQL database"],
    ["DATABASE_URL", "mysql://ada:pw@host/postil", "must be the address of a PostgreSQL database"],
    ["DATABASE_URL", "postgresql://ada:pw@host", "must be the address of a PostgreSQL database"],
    [
      "DATABASE_URL",
      "postgresql://ada:p#ssword@host/postil",
      "must be the address of a PostgreSQL database",
    ],
    ["DATABASE_POOL", "0", "must be a whole number from 1 to 500"],
    ["DATABASE_POOL", "many", "must be a whole number from 1 to 500"],
    ["DATABASE_POOL", "2.5", "must be a whole number from 1 to 500"],
    ["AUTH_SECRET", "too short to sign with", "must be 32 characters or more"],
    ["PORT", "70000", "must be a whole number from 0 to 65535"],
    ["PORT", "-1", "must be a whole number from 0 to 65535"],
    ["PORT", "http", "must be a whole number from 0 to 65535"],
    ["DEMO", "maybe", "must be 1 or 0"],
    ["DEMO", "TRUE", "must be 1 or 0"],
    ["TRUST_PROXY", "yes", "must be a whole number from 0 to 10"],
    ["TRUST_PROXY", "11", "must be a whole number from 0 to 10"],
    ["LOG_LEVEL", "loud", "must be one of fatal, error, warn, info, debug, trace or silent"],
  ])(
    "of %s (%s) is named, with what is expected and where that stands",
    (name, value, expected) => {
      const message = complaint({ [name]: value });
      expect(message).toMatch(new RegExp(`^${name} ${expected}`));
      expect(message).toContain("See “Settings” in README.md.");
    },
  );

  test("is told together with every other", () => {
    const [first, second, third, ...rest] = complaint({
      PORT: "x",
      DEMO: "x",
      LOG_LEVEL: "x",
    }).split("\n");
    expect([first, second, third].map((line) => line?.split(" ")[0])).toEqual([
      "PORT",
      "DEMO",
      "LOG_LEVEL",
    ]);
    expect(rest).toHaveLength(1);
  });

  test("is never quoted: it may be a secret, or hold one", () => {
    expect(complaint({ DATABASE_URL: "postgres//ada:hunter2@host/x" })).not.toContain("hunter2");
    expect(complaint({ AUTH_SECRET: "hunter2" })).not.toContain("hunter2");
    expect(
      complaint({ AUTH_SECRET: "hunter2", DATABASE_URL: "mysql://:hunter2@h/x", PORT: "hunter2" }),
    ).not.toContain("hunter2");
  });
});

describe("the host name", () => {
  test("that the machine has of itself is no wish to be reachable there only", () => {
    expect(readEnvironment({ HOSTNAME: hostname() }).HOSTNAME).toBeUndefined();
  });

  test.each(["0.0.0.0", "::", "localhost", `${hostname()}.example.org`])("%s is meant", (name) => {
    expect(readEnvironment({ HOSTNAME: name }).HOSTNAME).toBe(name);
  });
});

describe("the demo", () => {
  test.each([
    [{}, true],
    [{ DEMO: "0" }, false],
    [{ DEMO: "off" }, false],
    [{ DEMO: "false" }, false],
    [{ DATABASE_URL }, false],
    [{ DATABASE_URL, DEMO: "1" }, true],
    [{ DATABASE_URL, DEMO: "true" }, true],
    [{ DATABASE_URL, DEMO: "on" }, true],
  ])("with %j is on: %s", (variables, isOn) => {
    expect(readEnvironment(variables).DEMO).toBe(isOn);
  });
});
