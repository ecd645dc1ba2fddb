import { expect, test } from "vitest";

import { createWishes } from "@/components/reader/wishes";

/** A server that answers when it is told to. */
function slowServer() {
  const asked: boolean[] = [];
  const answers: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const send = (value: boolean) => {
    asked.push(value);
    return new Promise<void>((resolve, reject) => answers.push({ resolve, reject }));
  };
  return { asked, answers, send };
}

test("one wish at a time is on its way, and of those meanwhile only the last follows", async () => {
  const wish = createWishes<boolean>();
  const { asked, answers, send } = slowServer();
  const done = wish("a", true, send);
  await wish("a", false, send);
  await wish("a", true, send);
  await wish("a", false, send);
  expect(asked).toEqual([true]);
  answers[0]?.resolve();
  await expect.poll(() => asked).toEqual([true, false]);
  answers[1]?.resolve();
  await done;
  expect(asked).toEqual([true, false]);
});

test("wishes for different things do not wait for each other", () => {
  const wish = createWishes<boolean>();
  const { asked, send } = slowServer();
  void wish("a", true, send);
  void wish("b", false, send);
  expect(asked).toEqual([true, false]);
});

test("what was refused can be wished again", async () => {
  const wish = createWishes<boolean>();
  const { asked, answers, send } = slowServer();
  const refused = wish("a", true, send);
  answers[0]?.reject(new Error("no"));
  await expect(refused).rejects.toThrow("no");
  void wish("a", true, send);
  expect(asked).toEqual([true, true]);
});
