import { expect, test } from "vitest";

import { htmlOf, type Letter, textOf } from "@/lib/mail/letter";

const letter: Letter = {
  from: "Natural History (Postil)",
  subject: "Ben <replied>",
  blocks: [
    { type: "heading", text: "The Fox", note: "Natural History", href: "https://a.example/read/1" },
    { type: "quote", text: "quick & brown" },
    { type: "said", line: "Ben replied", words: 'See <a href="javascript:x">here</a>' },
    { type: "said", line: "Your question is answered", words: "" },
  ],
  foot: { text: "You wrote there.", links: [{ label: "No more", href: "https://a.example/u/1" }] },
};

test("text and HTML say the same", () => {
  expect(textOf(letter)).toBe(`The Fox
Natural History
https://a.example/read/1

> quick & brown

Ben replied
    See <a href="javascript:x">here</a>

Your question is answered

-- 
You wrote there.
No more: https://a.example/u/1
`);
  const html = htmlOf(letter);
  for (const words of ["The Fox", "quick &#38; brown", "Ben replied", "https://a.example/u/1"]) {
    expect(html).toContain(words);
  }
});

test("what people wrote is never HTML, in the subject neither", () => {
  const html = htmlOf(letter);
  expect(html).not.toContain('javascript:x"');
  expect(html).toContain("&#60;a href=&#34;javascript:x&#34;&#62;here");
  expect(html).toContain("Ben &#60;replied&#62;");
});

test("nothing in it is fetched from anywhere", () => {
  expect(htmlOf(letter)).not.toMatch(/<(img|link|script|iframe)|url\(/);
});

test("lines are broken at spaces, and addresses stay whole", () => {
  const address = `https://a.example/${"x".repeat(120)}`;
  const text = textOf({
    ...letter,
    blocks: [{ type: "text", text: `${"word ".repeat(30)}${address}` }],
  });
  const lines = text.split("\n");
  expect(lines).toContain(address);
  for (const line of lines) if (line !== address) expect(line.length).toBeLessThanOrEqual(76);
});
