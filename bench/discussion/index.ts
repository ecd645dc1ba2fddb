import { startApplication } from "../../e2e/support/application";
import type { Row } from "../support/row";
import { measureStreams } from "./streams";

/** The suite `discussion`: how soon many people have what one of them writes. */
export async function discussion(): Promise<Row[]> {
  const application = await startApplication();
  try {
    return await measureStreams(application);
  } finally {
    await application.stop();
  }
}
