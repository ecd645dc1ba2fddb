import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { isLinkAddress, requireLinkAddress } from "@/lib/editor/links";

describe("an address that a link may have", () => {
  test.each([
    "https://example.org",
    "http://example.org:8080/a?b=c#d",
    "HTTPS://EXAMPLE.ORG/",
    "mailto:ada@example.org?subject=A",
    "https://例え.jp/パス",
  ])("%s", (address) => {
    expect(isLinkAddress(address)).toBe(true);
    expect(() => requireLinkAddress(address)).not.toThrow();
  });
});

describe("an address that a link may not have", () => {
  test.each([
    "javascript:alert(1)",
    "\tjavascript:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,a",
    "blob:https://example.org/1",
    "ftp://example.org",
    "tel:123",
    "/read/1",
    "?a=b",
    "#a",
    "https://",
    "http:// ",
    "https://exa mple.org",
    "https://example.org/\n",
    "https://example.org/\u0085",
    "https://example.org/\uDC00",
    `https://example.org/${"x".repeat(2_000)}`,
    undefined,
    null,
    1,
    {},
  ])("%j", (address) => {
    expect(isLinkAddress(address)).toBe(false);
    expect(() => requireLinkAddress(address)).toThrow(RangeError);
  });

  test("is any that a browser would run", () => {
    const space = fc.string({
      unit: fc.constantFrom(" ", "\t", "\n", "\r", "\0", "\u00A0"),
      maxLength: 3,
    });
    const scheme = fc.constantFrom("javascript", "JAVASCRIPT", "vbscript", "data");
    fc.assert(
      fc.property(space, scheme, space, fc.string(), (before, name, after, rest) => {
        expect(isLinkAddress(`${before}${name}${after}:${rest}`)).toBe(false);
      }),
    );
  });
});
