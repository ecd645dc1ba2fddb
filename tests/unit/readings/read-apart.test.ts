import { describe, expect, test } from "vitest";

import { Invalid } from "@/lib/errors";
import { readText } from "@/lib/readings/document";
import { readApart } from "@/lib/readings/read-apart";

describe("reading in a thread", () => {
  test("comes to the same as reading here", async () => {
    const input = { format: "markdown", text: "# One\n\nTwo[^1].\n\n[^1]: Three." } as const;
    expect(await readApart(input)).toEqual(readText(input));
  });

  test("hands a refusal on as a refusal, at its field", async () => {
    const refused = readApart({ format: "markdown", text: "<script></script>" });
    await expect(refused).rejects.toBeInstanceOf(Invalid);
    await expect(refused).rejects.toMatchObject({
      key: "readingEmpty",
      details: { field: "text" },
    });
  });

  test("leaves this thread free while a hard text is read, and gives up at the deadline", async () => {
    const hard = "![".repeat(20_000) + "](x)".repeat(20_000);
    let ticks = 0;
    const clock = setInterval(() => ticks++, 10);
    const refused = readApart({ format: "markdown", text: hard }, 1_500);
    await expect(refused).rejects.toMatchObject({ key: "readingTooSlow" });
    clearInterval(clock);
    expect(ticks).toBeGreaterThan(20);
  });

  test("takes more blocks than a function takes arguments", () => {
    const { text } = readText({
      format: "markdown",
      text: `<div>${"<p>a</p>".repeat(200_000)}</div>`,
    });
    expect(text.length).toBe(399_999);
  });
});
