import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeEach } from "vitest";

/** What arrived, parsed as a mail program would, since the present test began. */
export const letters: ParsedMail[] = [];

let refusals = 0;

/** Has the server turn away the next mails. */
export function refuse(count: number): void {
  refusals = count;
}

/** The one letter that arrived. */
export function theLetter(): ParsedMail {
  const [letter, ...others] = letters;
  if (!letter || others.length > 0) throw new Error(`${letters.length} letters arrived`);
  return letter;
}

/** A line of a letter's head as it stands there, without the breaks of long ones. */
export function headOf(letter: ParsedMail, name: string): string | undefined {
  const found = letter.headerLines.find(({ key }) => key === name.toLowerCase());
  return found?.line.replace(/\s+/g, " ").slice(name.length + 2);
}

// A real mail server in this process. It stands before anything reads the environment: the first
// import of a test that needs it is this file's, for its effect alone.
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["AUTH", "STARTTLS"],
  onData(stream, _session, done) {
    simpleParser(stream).then((letter) => {
      if (refusals > 0) {
        refusals -= 1;
        return done(new Error("not now"));
      }
      letters.push(letter);
      done();
    }, done);
  },
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const { port } = server.server.address() as AddressInfo;
process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
process.env.PUBLIC_URL = "https://postil.example.edu";
process.env.AUTH_SECRET = "a secret of thirty-two characters or more";

beforeEach(async () => {
  letters.length = 0;
  refusals = 0;
  // Mails are made for so many people at once: those whom other tests left behind want none.
  const { db } = await import("@/lib/db");
  await db.course.updateMany({ data: { archivedAt: new Date(0) } });
  await db.notification.updateMany({ where: { readAt: null }, data: { readAt: new Date(0) } });
});

afterAll(() => new Promise<void>((resolve) => server.close(resolve)));
