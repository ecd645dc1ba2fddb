import type { Row } from "../support/row";
import { importing } from "./importing";
import { scoringRows } from "./scoring";

/** The suite `teaching`: what staff wait for. Each part is a file of its own. */
export async function teaching(): Promise<Row[]> {
  return [...(await scoringRows()), ...(await importing())];
}
