/** One measured number. `ratio` is to the row's baseline, which was measured in the same run. */
export interface Row {
  name: string;
  value: number;
  /** `ms`, `requests/s`, `KB`, `tasks`. */
  unit: string;
  ratio?: number;
}

/** A row beside its baseline's. */
export function beside(baseline: Row, name: string, value: number): Row {
  return { name, value, unit: baseline.unit, ratio: value / baseline.value };
}

/** Rows as a table for a terminal. */
export function tableOf(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ name }) => name.length));
  const lines = rows.map(({ name, value, unit, ratio }) => {
    const shown = value >= 100 ? value.toFixed(0) : value.toFixed(1);
    const times = ratio === undefined ? "" : `x ${ratio.toFixed(2)}`;
    return `${name.padEnd(width)}  ${shown.padStart(8)} ${unit.padEnd(10)}  ${times}`.trimEnd();
  });
  return lines.join("\n");
}

/** The middle one; the mean of the middle two where there are two. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[middle] ?? 0;
  return ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
