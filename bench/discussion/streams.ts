import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { v7 as newId } from "uuid";

import type { Application } from "../../e2e/support/application";
import { sessionCookie } from "../../e2e/support/session";
import { createMember } from "../../tests/support/factories";
import { makeScene, readArticle } from "../support/course";
import { beside, type Row } from "../support/row";
import { type Listeners, openListeners } from "./listeners";

const STREAMS = [50, 200, 1_000];
const ROUNDS = 100;
/** Posts a second while arrivals are measured. */
const PACE_MS = 50;
const SUSTAINED_MS = 10_000;
const WRITERS = 40;

interface Target {
  streams: string;
  /** Headers of somebody who listens. */
  listener(at: number): Record<string, string>;
  /** Posts something that every stream will have `id` in. */
  post(id: string, writer: number): Promise<void>;
}

/** From a POST until the last of many streams has it, at twenty posts a second, beside a bare echo. */
export async function measureStreams(application: Application): Promise<Row[]> {
  const bare = await startEcho();
  try {
    const ours = await makeTarget(application.url);
    const rows: Row[] = [];
    // What a server loads for its first streams is no stream's own.
    await withListeners(ours, 50, measureArrivals);
    for (const count of STREAMS) {
      const name = `${count.toLocaleString("en")} streams`;
      const echoed = await withListeners(bare.target, count, measureArrivals);
      const before = residentMemory(application.pid);
      const seen = await withListeners(ours, count, async (target, listeners) => ({
        memory: residentMemory(application.pid) - before,
        ...(await measureArrivals(target, listeners)),
      }));
      for (const part of ["p50", "p99"] as const) {
        const base = row(`${name}: seen by the last, ${part}, bare echo`, echoed[part], "ms");
        rows.push(base, beside(base, `${name}: seen by the last, ${part}`, seen[part]));
      }
      rows.push(row(`${name}: memory a stream`, seen.memory / 1_024 / count, "KB"));
    }
    const sustained = await withListeners(bare.target, 200, measureSustained);
    const base = row("200 streams: posts sustained, bare echo", sustained, "posts/s");
    const own = await withListeners(ours, 200, measureSustained);
    return [...rows, base, beside(base, "200 streams: posts sustained", own)];
  } finally {
    bare.stop();
  }
}

async function withListeners<T>(
  target: Target,
  count: number,
  measure: (target: Target, listeners: Listeners) => Promise<T>,
): Promise<T> {
  const headers = Array.from({ length: count }, (_, at) => target.listener(at));
  const listeners = await openListeners(target.streams, headers);
  try {
    return await measure(target, listeners);
  } finally {
    listeners.close();
  }
}

async function measureArrivals(target: Target, listeners: Listeners) {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const id = newId();
    const arrived = listeners.untilAll(id);
    await target.post(id, round);
    const time = await arrived;
    times.push(time);
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, PACE_MS - time)));
  }
  times.sort((a, b) => a - b);
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(part * times.length))];
  return { p50: at(0.5) ?? 0, p99: at(0.99) ?? 0 };
}

/** Posts by forty people, one after the other each, until every stream has the last. */
async function measureSustained(target: Target, listeners: Listeners): Promise<number> {
  const begun = performance.now();
  let posted = 0;
  const write = async (writer: number) => {
    while (performance.now() - begun < SUSTAINED_MS) {
      await target.post(newId(), writer);
      posted += 1;
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
  const last = newId();
  const arrived = listeners.untilAll(last);
  await target.post(last, 0);
  await arrived;
  return (posted + 1) / ((performance.now() - begun) / 1_000);
}

async function makeTarget(url: string): Promise<Target> {
  const { assignment } = await makeScene(await readArticle(), 1);
  const most = Math.max(...STREAMS);
  const cookies: string[] = [];
  for (let at = 0; at < most; at++) {
    const { name, value } = await sessionCookie(await createMember(assignment.courseId), url);
    cookies.push(`${name}=${value}`);
  }
  const path = `${url}/api/v1/assignments/${assignment.id}`;
  return {
    streams: `${path}/events`,
    listener: (at) => ({ cookie: cookies[at]! }),
    async post(id, writer) {
      const response = await fetch(`${path}/annotations`, {
        method: "POST",
        headers: {
          ...{ cookie: cookies[writer % most]!, origin: url },
          "content-type": "application/json",
        },
        body: JSON.stringify({
          ...{ id, kind: "HIGHLIGHT", audience: "COURSE", start: 0, end: 20 },
          revisionId: assignment.revisionId,
        }),
      });
      if (response.status !== 201) throw new Error(`POST answered ${response.status}`);
      await response.arrayBuffer();
    },
  };
}

async function startEcho() {
  const child = fork("bench/discussion/echo-server.ts", { execArgv: ["--import", "tsx"] });
  const [port] = (await once(child, "message")) as [number];
  const url = `http://127.0.0.1:${port}`;
  const target: Target = {
    streams: url,
    listener: () => ({}),
    async post(id) {
      const response = await fetch(url, { method: "POST", body: id });
      await response.arrayBuffer();
    },
  };
  return { target, stop: () => void child.kill() };
}

/** Bytes of a process in memory now. */
function residentMemory(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1_024;
}

function row(name: string, value: number, unit: string): Row {
  return { name, value, unit };
}
