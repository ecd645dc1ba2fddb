/** A place in a grid; row 0 and column 0 are its headers. */
export interface GridPlace {
  row: number;
  column: number;
}

/** Where a key leads in a grid, by the pattern of the WAI-ARIA Authoring Practices; null where nowhere. */
export function moveBy(
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey">,
  { row, column }: GridPlace,
  { rows, columns, page }: { rows: number; columns: number; page: number },
): GridPlace | null {
  const isFar = ctrlKey || metaKey;
  const last = { row: rows - 1, column: columns - 1 };
  const within = (place: GridPlace): GridPlace => ({
    row: Math.max(0, Math.min(last.row, place.row)),
    column: Math.max(0, Math.min(last.column, place.column)),
  });
  switch (key) {
    case "ArrowUp":
      return within({ row: row - 1, column });
    case "ArrowDown":
      return within({ row: row + 1, column });
    case "ArrowLeft":
      return within({ row, column: column - 1 });
    case "ArrowRight":
      return within({ row, column: column + 1 });
    case "PageUp":
      return within({ row: row - page, column });
    case "PageDown":
      return within({ row: row + page, column });
    case "Home":
      return isFar ? { row: 0, column: 0 } : { row, column: 0 };
    case "End":
      return isFar ? last : { row, column: last.column };
    default:
      return null;
  }
}
