import { expect, test } from "vitest";

import { MAIL_CHOICES, subjectOf, withoutMail } from "@/lib/notifications/mail-choices";
import { openUnsubscription, sealUnsubscription } from "@/lib/notifications/unsubscription";
import { USUAL } from "@/lib/preferences/schema";

test("every kind of notice asks one preference", () => {
  const kinds = MAIL_CHOICES.map(({ kind }) => kind);
  expect(new Set(kinds).size).toBe(kinds.length);
  expect(kinds).toHaveLength(10);
});

test("a mail of one group is about that group, one of several about everything", () => {
  expect(subjectOf(["REPLY", "PRIVATE_REPLY"])).toBe("replies");
  expect(subjectOf(["REPLY", "MENTION"])).toBe("everything");
});

test("who wants no more of a group keeps the others", () => {
  expect(withoutMail("mentions", USUAL)).toEqual({ mailMentions: "off" });
  expect(withoutMail("summary", USUAL)).toEqual({ mailSummary: false });
});

test("who wants no digests keeps what comes at once", () => {
  const present = { ...USUAL, mailReplies: "weekly", mailFollowed: "daily" } as const;
  expect(withoutMail("digests", present)).toEqual({ mailReplies: "off", mailFollowed: "off" });
});

test("who wants nothing gets nothing", () => {
  const changed = { ...USUAL, ...withoutMail("everything", USUAL) };
  for (const { choice } of MAIL_CHOICES) expect(changed[choice]).toBe("off");
  expect(changed.mailSummary).toBe(false);
});

test("an address that ends mails says what we sealed, and no other is ours", () => {
  const said = { userId: crypto.randomUUID(), subject: "digests" } as const;
  const token = sealUnsubscription(said);
  expect(openUnsubscription(token)).toEqual(said);
  const [, , mac] = token.split(".");
  for (const forged of [
    `${said.userId}.everything.${mac}`,
    `${crypto.randomUUID()}.digests.${mac}`,
    `${said.userId}.digests.${mac}x`,
    `${said.userId}.digests.`,
    "nonsense",
    "",
  ]) {
    expect(() => openUnsubscription(forged)).toThrow("notFound");
  }
});
