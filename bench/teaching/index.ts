import type { Row } from "../support/row";
import { importing } from "./importing";

/** What teachers do that takes the machine long. Each part is a file of its own. */
export async function teaching(): Promise<Row[]> {
  return [...(await importing())];
}
