/** Where the viewer was when they last read; when that was is nobody's business. */
export interface PlaceView {
  /** The revision that the course reads now: what `offset` counts in. */
  revisionId: string;
  offset: number;
}

export function presentPlace({ revisionId, offset }: PlaceView): PlaceView {
  return { revisionId, offset };
}
