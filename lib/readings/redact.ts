/** What stands for each sign of a text that was taken down: as wide in every count of offsets. */
const SIGN = "·";

/** What figures show instead of their images: there is no such image. */
const NO_IMAGE = "/api/v1/images/00000000-0000-0000-0000-000000000000";

/** A text of the same length that says nothing; spaces, breaks and leaves stay where they are. */
export function redactText(text: string): string {
  return text.replace(/[^\s\uFFFC]/g, SIGN);
}

/**
 * A document of the reading schema with every word redacted and all links and images gone. Its flat
 * text is the {@link redactText} of what it was, so that every offset still means its place.
 */
export function redactDocument(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redactDocument);
  if (typeof value !== "object" || value === null) return value;
  const node = value as Record<string, unknown>;
  if (node.type === "text" && typeof node.text === "string") {
    const marks = Array.isArray(node.marks) ? node.marks.filter((mark) => !isLink(mark)) : [];
    const rest = marks.length > 0 ? { marks } : {};
    return { type: "text", text: redactText(node.text), ...rest };
  }
  if (node.type === "image") return { type: "image", attrs: { src: NO_IMAGE, alt: "" } };
  return Object.fromEntries(
    Object.entries(node).map(([key, each]) => [
      key,
      key === "content" ? redactDocument(each) : each,
    ]),
  );
}

function isLink(mark: unknown): boolean {
  return (mark as { type?: unknown }).type === "link";
}
