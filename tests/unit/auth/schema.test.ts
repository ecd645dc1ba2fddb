import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { demoInput, returnPath, signInInput, signUpInput } from "@/lib/auth/schema";

const password = "long enough";

/** Where an input is wrong, and how. */
function faults(schema: typeof signUpInput | typeof signInInput, input: unknown) {
  const { error } = schema.safeParse(input);
  return (error?.issues ?? []).map(({ path, code, message }) => [path.join(".") || code, message]);
}

describe("signing up", () => {
  const input = { name: " Ada ", email: " ada@example.org ", password };

  test("takes a name and an email without space around them, and the password as it is", () => {
    expect(signUpInput.parse({ ...input, password: "  spaces count " })).toEqual({
      name: "Ada",
      email: "ada@example.org",
      password: "  spaces count ",
    });
  });

  test("passes over a time zone that is none", () => {
    expect(signUpInput.parse({ ...input, timeZone: "Asia/Tokyo" }).timeZone).toBe("Asia/Tokyo");
    for (const timeZone of ["", "Europe/Atlantis", "a".repeat(99)]) {
      expect(signUpInput.parse({ ...input, timeZone }).timeZone).toBeUndefined();
    }
  });

  test.each([
    "ada",
    "ada@",
    "@example.org",
    "ada example.org",
    "a@b",
    `${"a".repeat(250)}@example.org`,
    "",
  ])("is refused with the email %j", (email) => {
    expect(faults(signUpInput, { ...input, email }).map(([field]) => field)).toEqual(["email"]);
  });

  test.each([
    ["a".repeat(9), "passwordShort"],
    ["a".repeat(129), "passwordLong"],
    ["", "passwordShort"],
  ])("is refused with a password of another length", (wrong, message) => {
    expect(faults(signUpInput, { ...input, password: wrong })).toEqual([["password", message]]);
  });

  test.each(["a".repeat(10), "a".repeat(128)])(
    "takes the shortest and the longest password",
    (right) => {
      expect(faults(signUpInput, { ...input, password: right })).toEqual([]);
    },
  );

  test.each([
    ["name", { name: "  " }],
    ["name", { name: "a".repeat(121) }],
    ["name", { name: undefined }],
    ["return", { return: "a".repeat(2_001) }],
    ["unrecognized_keys", { siteRole: "ADMINISTRATOR" }],
  ])("is refused at %s: %j", (field, wrong) => {
    expect(faults(signUpInput, { ...input, ...wrong })[0]?.[0]).toBe(field);
  });
});

describe("signing in", () => {
  test("does not say how long passwords are, but bounds what is hashed", () => {
    const input = { email: "ada@example.org", password: "a" };
    expect(faults(signInInput, input)).toEqual([]);
    expect(faults(signInInput, { ...input, password: "a".repeat(129) })).toEqual([
      ["password", "passwordLong"],
    ]);
    expect(faults(signInInput, { ...input, password: "" })[0]?.[0]).toBe("password");
  });

  test("by one click is for the people of the demo", () => {
    expect(demoInput.safeParse({ label: "Student A" }).success).toBe(true);
    expect(demoInput.safeParse({ label: "Administrator" }).success).toBe(false);
    expect(demoInput.safeParse({ label: "Student A", email: "x" }).success).toBe(false);
  });
});

describe("the way back after signing in", () => {
  test.each([
    ["/", "/"],
    ["/read/1?a=b#a-2", "/read/1?a=b#a-2"],
    ["/join/READTEXT", "/join/READTEXT"],
    ["/a/../home", "/home"],
    ["/%2F%2Fevil.example", "/%2F%2Fevil.example"],
    ["/search?q=//evil.example", "/search?q=//evil.example"],
    ["/a b", "/a%20b"],
  ])("%j is a path of ours", (value, path) => {
    expect(returnPath(value)).toBe(path);
  });

  test.each([
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "/\\/evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "\t//evil.example",
    " //evil.example",
    "/\u0000/evil.example/..//evil.example",
    "https://evil.example",
    "https:evil.example",
    "https:/evil.example",
    "javascript:alert(1)",
    "data:text/html,a",
    "http://postil.invalid/home",
    "//postil.invalid/home",
    "@evil.example",
    ".evil.example",
    "evil.example",
    "home",
    "",
    "?a",
    "#a",
    undefined,
    null,
    7,
    ["/home"],
    { toString: () => "/home" },
  ])("%j is not, so it is home, or stays here", (value) => {
    const path = returnPath(value);
    expect(new URL(path, "https://school.example").origin).toBe("https://school.example");
    if (path !== "/home") expect(path).toMatch(/^\/(?![/\\])/);
  });

  test.each([
    "/a/..//evil.example",
    "/.//evil.example",
    "/x/../..//evil.example",
    "/%2e//evil.example",
  ])("%j does not become another site once its dots are resolved", (value) => {
    expect(new URL(returnPath(value), "https://school.example").origin).toBe(
      "https://school.example",
    );
  });

  test("never leads to another site, whatever is asked for", () => {
    const part = fc.constantFrom(
      "/",
      "\\",
      ".",
      "..",
      "\t",
      "\n",
      "\r",
      " ",
      "@",
      ":",
      "evil.example",
      "https:",
      "%2f",
      "%5c",
      "?",
      "#",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const path = returnPath(`/${parts.join("")}`);
        expect(new URL(path, "https://school.example").origin).toBe("https://school.example");
      }),
      { numRuns: 2_000 },
    );
  });
});
