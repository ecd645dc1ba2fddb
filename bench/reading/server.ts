import { request } from "node:http";
import { db } from "@/lib/db";
import type { Scene } from "../support/course";
import { medianOf } from "../support/row";
import type { Measured } from "./measure";

const ROUNDS = 5;

/** What the server does for an opening: the page, where the marks lie, and threads near the view. */
export async function measureServer(
  url: string,
  { assignment, cookie }: Scene,
  label: string,
): Promise<Measured> {
  const api = `${url}/api/v1/assignments/${assignment.id}`;
  const page = await answerOf(`${url}/read/${assignment.id}`, { cookie });
  const marks = await answerOf(`${api}/marks`, { cookie });
  const unchanged = await answerOf(`${api}/marks`, { cookie, "if-none-match": marks.tag });
  const threads = await db.annotation.findMany({
    where: { assignmentId: assignment.id },
    select: { id: true },
    take: 50,
  });
  const ids = threads.map(({ id }) => id).join(",");
  const near = ids ? await answerOf(`${api}/annotations?ids=${ids}`, { cookie }) : null;
  const row = (name: string, value: number, unit: string) => ({
    name: `${label}: ${name}`,
    value,
    unit,
  });
  return [
    row("server time of the page", page.time, "ms"),
    row("bytes of the page", page.bytes / 1_024, "KB"),
    row("server time of the marks", marks.time, "ms"),
    row("bytes of the marks", marks.bytes / 1_024, "KB"),
    row("server time of the marks, unchanged", unchanged.time, "ms"),
    ...(near
      ? [
          row("server time of 50 threads", near.time, "ms"),
          row("bytes of 50 threads", near.bytes / 1_024, "KB"),
        ]
      : []),
  ];
}

/** The middle of several answers: milliseconds to the last byte, and bytes as they travel. */
async function answerOf(address: string, headers: Record<string, string>) {
  const times: number[] = [];
  let last = { bytes: 0, tag: "" };
  for (let round = 0; round < ROUNDS; round++) {
    const begun = performance.now();
    last = await answer(address, headers);
    times.push(performance.now() - begun);
  }
  return { ...last, time: medianOf(times) };
}

/** By `node:http`, because fetch unpacks what it counts. */
function answer(
  address: string,
  headers: Record<string, string>,
): Promise<{ bytes: number; tag: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { headers: { ...headers, "accept-encoding": "gzip" } });
    sent.on("error", reject);
    sent.on("response", (response) => {
      let bytes = 0;
      const status = response.statusCode ?? 0;
      if (status >= 400) return reject(new Error(`${address} answered ${status}`));
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on("end", () => resolve({ bytes, tag: response.headers.etag ?? "" }));
      response.on("error", reject);
    });
    sent.end();
  });
}
