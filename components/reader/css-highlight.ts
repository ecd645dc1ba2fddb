/**
 * Shows ranges under the name of a CSS highlight (`::highlight(name)`), instead of those shown
 * under it before. Browsers without the CSS Custom Highlight API show nothing: it only ever
 * repeats what stands in the margin as well.
 */
export function paintHighlight(name: string, ranges: Range[]): void {
  if (typeof Highlight === "undefined") return;
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges));
}
