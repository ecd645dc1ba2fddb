import { annotate } from "../tests/support/factories";
import { expect, test, untilLive } from "./support/test";

const SECRET = "a thought that is nobody's business";

for (const { who, role } of [
  { who: "a classmate", role: "STUDENT" },
  { who: "the instructor", role: "INSTRUCTOR" },
  { who: "an assistant", role: "ASSISTANT" },
] as const) {
  test(`a private note stays out of everything that reaches ${who}`, async ({
    classroom,
    signIn,
    complaints,
  }) => {
    complaints.expect(/404.*\/api\/v1\//);
    const ada = await classroom.enrol("Ada");
    const reader = await classroom.enrol("Reader", role);
    const note = await annotate(ada.id, classroom.assignment, "brown fox", {
      says: SECRET,
      audience: "ONLY_ME",
    });
    const page = await signIn(reader);
    const bytes: string[] = [];
    page.on("response", async (response) => {
      bytes.push(await response.text().catch(() => ""));
    });
    await page.goto(`/read/${classroom.assignment.id}`);
    await untilLive(page);
    const commentId = note.comments[0]?.id;
    for (const path of [
      `annotations/${note.id}`,
      `annotations/${note.id}/comments`,
      `comments/${commentId}`,
    ]) {
      const status = await page.evaluate(
        async (url) => (await fetch(url)).status,
        `/api/v1/${path}`,
      );
      expect(status, path).toBe(404);
    }
    for (const path of ["annotations", "marks", `annotations?ids=${note.id}`]) {
      const body = await page.evaluate(
        async (url) => (await fetch(url)).text(),
        `/api/v1/assignments/${classroom.assignment.id}/${path}`,
      );
      bytes.push(body);
    }

    // What a private note does in the log is heard by nobody: the next public one comes alone.
    await page.evaluate(openStream, classroom.assignment.id);
    await annotate(ada.id, classroom.assignment, "lazy dog", { says: SECRET, audience: "ONLY_ME" });
    await annotate(ada.id, classroom.assignment, "one eye open", { says: "For everybody." });
    bytes.push(await page.evaluate(listenUntilPublic));

    await page.goto("/home");
    bytes.push(await page.content());
    const all = bytes.join("\n");
    expect(all).toContain("For everybody.");
    expect(all).not.toContain(SECRET);
    expect(all).not.toContain(note.id);
    await expect(page.getByText("1 new", { exact: true })).toBeVisible();
  });
}

/** Opens the event stream; what happens from now on is in it. */
async function openStream(assignmentId: string): Promise<void> {
  const response = await fetch(`/api/v1/assignments/${assignmentId}/events`);
  Object.assign(window, { heardStream: response.body });
}

/** Everything that the opened stream says until it speaks of what is for everybody. */
async function listenUntilPublic(): Promise<string> {
  const stream: ReadableStream<Uint8Array> = Reflect.get(window, "heardStream");
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let heard = "";
  while (!heard.includes("For everybody.")) {
    const { value, done } = await reader.read();
    if (done) break;
    heard += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return heard;
}
