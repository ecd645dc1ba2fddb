import autocannon from "autocannon";
import { v7 as newId } from "uuid";

import { db } from "@/lib/db";
import { startBareServer } from "../support/bare-server";
import { joinPeople, type Scene } from "../support/course";
import { beside, type Row } from "../support/row";

const CONNECTIONS = 10;
const SECONDS = 6;
/** Nobody writes as fast as is measured here: so many take turns that none is held back. */
const WRITERS = 40;

/** Requests a second for listing and creating one annotation, beside a constant answer and bare Node. */
export async function measureRequests(url: string, scene: Scene): Promise<Row[]> {
  const { assignment, author, cookie } = scene;
  const { id: annotationId } = await db.annotation.findFirstOrThrow({
    where: { assignmentId: assignment.id },
    select: { id: true },
  });
  const annotations = `/api/v1/assignments/${assignment.id}/annotations`;
  const place = { revisionId: assignment.revisionId, start: 0, end: 20 };
  const bare = await startBareServer(process.env.DATABASE_URL ?? "");
  try {
    const constant = row(
      "a constant answer of the same server",
      await load(url, "/api/v1", { cookie }),
    );
    const bareList = row("list one, bare node:http + pg", await load(bare.url, `/${annotationId}`));
    const list = await load(url, `${annotations}?ids=${annotationId}`, { cookie });
    const bareCreate = row(
      "create one, bare node:http + pg",
      await load(bare.url, "/", {}, () => ({
        id: newId(),
        assignmentId: assignment.id,
        authorId: author.id,
        ...place,
      })),
    );
    const cookies = await joinPeople(assignment.courseId, WRITERS);
    const make = () => ({ id: newId(), kind: "HIGHLIGHT", audience: "COURSE", ...place });
    const create = await load(url, annotations, { origin: url }, make, cookies);
    return [
      constant,
      bareList,
      beside(constant, "list one, to the constant answer", list),
      beside(bareList, "list one, to bare node:http + pg", list),
      bareCreate,
      beside(constant, "create one, to the constant answer", create),
      beside(bareCreate, "create one, to bare node:http + pg", create),
    ];
  } finally {
    await bare.close();
  }
}

function row(name: string, value: number): Row {
  return { name, value, unit: "requests/s" };
}

async function load(
  url: string,
  path: string,
  headers: Record<string, string> = {},
  body?: () => unknown,
  cookies: string[] = [],
): Promise<number> {
  const result = await autocannon({
    url: url + path,
    connections: CONNECTIONS,
    duration: SECONDS,
    headers,
    ...(body ? { requests: [{ method: "POST", setupRequest: withBody(body, cookies) }] } : {}),
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${path}: ${result.non2xx} refused and ${result.errors} failed requests`);
  }
  return result.requests.average;
}

function withBody(body: () => unknown, cookies: string[]) {
  let turn = 0;
  return (request: autocannon.Request): autocannon.Request => {
    const cookie = cookies[turn++ % Math.max(1, cookies.length)];
    return {
      ...request,
      headers: {
        ...request.headers,
        "content-type": "application/json",
        ...(cookie ? { cookie } : {}),
      },
      body: JSON.stringify(body()),
    };
  };
}
