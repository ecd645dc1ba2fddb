import { startApplication } from "../../e2e/support/application";
import { makeScene, readArticle } from "../support/course";
import type { Row } from "../support/row";
import { measurePainting } from "./painting";
import { measureRequests } from "./requests";
import { measureScripts } from "./scripts";
import { measureStarts } from "./starting";
import { measureStreams } from "./streams";

/** The suite `base`: the main job against the production build, on the database of DATABASE_URL. */
export async function base(): Promise<Row[]> {
  const rows = await measureStarts();
  const { url, stop } = await startApplication();
  try {
    const scene = await makeScene(await readArticle(), 100);
    rows.push(...(await measureRequests(url, scene)));
    rows.push(...(await measureStreams(url, await makeScene(await readArticle(), 100))));
    rows.push(...(await measurePainting(url)));
    rows.push(...(await measureScripts(url, scene)));
  } finally {
    await stop();
  }
  return rows;
}
