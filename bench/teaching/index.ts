import type { Row } from "../support/row";
import { scoringRows } from "./scoring";

/** The suite `teaching`: what staff wait for. */
export async function teaching(): Promise<Row[]> {
  return [...(await scoringRows())];
}
