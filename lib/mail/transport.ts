import "server-only";

import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import nodemailer from "nodemailer";

import { env } from "@/lib/env";
import { htmlOf, type Letter, textOf } from "./letter";

/** Longer than a mail server takes that works, and shorter than a transaction may wait. */
const PATIENCE_MS = 15_000;
const TIMEOUTS = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000 };

/** Who a letter goes to, and how they can have no more of them. */
export interface Envelope {
  to: { name: string; address: string };
  /**
   * What makes this mail this one: its Message-ID follows from it, so that programs see that what
   * was sent twice, because an answer was lost, is one mail.
   */
  key: string;
  /** What it is about, so that programs show together what belongs together. */
  about: string | null;
  /** Where a POST without any cookie ends such mails (RFC 8058). */
  unsubscribe: string;
}

/** Whether mail is handed to a server or, for want of one, put into a folder. */
export function mailGoesTo(): "server" | "folder" {
  return env.SMTP_URL ? "server" : "folder";
}

/** The address at which people reach this site, without a slash at its end. */
export function publicUrl(): string {
  return (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, "");
}

/**
 * Hands a letter over to the mail server, as text and as HTML. Without a server it goes into the
 * folder `mail` of the data folder, as it would have been sent.
 *
 * @throws when the server did not take it, or not in time
 */
export async function sendMail(letter: Letter, envelope: Envelope): Promise<void> {
  const message = messageOf(letter, envelope);
  if (!env.SMTP_URL) return putIntoFolder(message);
  const transport = nodemailer.createTransport({ url: env.SMTP_URL, ...TIMEOUTS });
  const late = new AbortController();
  try {
    await Promise.race([transport.sendMail(message), tooLate(late.signal)]);
  } finally {
    late.abort();
    transport.close();
  }
}

async function tooLate(signal: AbortSignal): Promise<never> {
  await pause(PATIENCE_MS, undefined, { signal });
  throw new Error("the mail server did not answer in time");
}

function messageOf(letter: Letter, { to, key, about, unsubscribe }: Envelope) {
  const { hostname } = new URL(publicUrl());
  const idOf = (name: string) => `<${digestOf(name)}@${hostname}>`;
  return {
    from: { name: letter.from, address: env.MAIL_FROM ?? `postil@${hostname}` },
    to,
    subject: letter.subject,
    text: textOf(letter),
    html: htmlOf(letter),
    messageId: idOf(key),
    ...(about ? { references: idOf(about), inReplyTo: idOf(about) } : {}),
    headers: {
      "List-Unsubscribe": `<${unsubscribe}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      // No answering machine is to answer to it (RFC 3834).
      "Auto-Submitted": "auto-generated",
    },
  };
}

async function putIntoFolder(message: ReturnType<typeof messageOf>): Promise<void> {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });
  const { message: bytes } = await transport.sendMail(message);
  const folder = path.join(env.POSTIL_DATA, "mail");
  await mkdir(folder, { recursive: true });
  const name = message.messageId.slice(1, 17);
  await writeFile(path.join(folder, `${name}.eml`), bytes as Buffer);
}

function digestOf(name: string): string {
  return createHash("sha256").update(name).digest("hex").slice(0, 32);
}
