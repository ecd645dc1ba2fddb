import type { AnnotationView } from "@/lib/annotations/present";
import type { Entry } from "./present";

/** What an annotation quoted, with what stood around it, and where that is in the text of today. */
export interface Selectors {
  prefix: string;
  suffix: string;
  /** In code points; null where the passage is gone. */
  position: { start: number; end: number } | null;
}

export const CONTEXT = "http://www.w3.org/ns/anno.jsonld";

const MOTIVATIONS = {
  HIGHLIGHT: "highlighting",
  COMMENT: "commenting",
  QUESTION: "questioning",
} as const satisfies Record<AnnotationView["kind"], string>;

/**
 * An entry as a W3C Web Annotation (https://www.w3.org/TR/annotation-model/): a mark or an opening
 * comment on its passage, a reply on what it answers. Null for what is none of the person's own:
 * a thread that was saved, a draft.
 */
export function toWebAnnotation(
  { source, annotation, comment, author, text, where, at }: Entry,
  selectors: Selectors | undefined,
  origin: string,
): Record<string, unknown> | null {
  if (!annotation || !author || source === "saved" || source === "draft") return null;
  const thread = `${origin}/api/v1/annotations/${annotation.id}`;
  const isReply = comment !== null && !comment.isOpening;
  const motivation = isReply ? "replying" : MOTIVATIONS[annotation.kind];
  return {
    id: isReply ? `${origin}/api/v1/comments/${comment.id}` : thread,
    type: "Annotation",
    motivation,
    created: at,
    ...(comment?.editedAt ? { modified: comment.editedAt } : {}),
    creator: personOf(author),
    ...(comment ? { body: { type: "TextualBody", value: text, format: "text/plain" } } : {}),
    target: isReply
      ? thread
      : { source: `${origin}/read/${where.id}`, ...selectorOf(annotation, selectors) },
  };
}

/** As the viewer sees them: a pseudonym has an id of its own. */
function personOf({ id, name }: AnnotationView["author"]) {
  return { id: `urn:uuid:${id}`, type: "Person", name };
}

/** None for a note on the reading as a whole. */
function selectorOf({ quote }: AnnotationView, selectors: Selectors | undefined) {
  if (quote === "" || !selectors) return {};
  const { prefix, suffix, position } = selectors;
  const words = { type: "TextQuoteSelector", exact: quote, prefix, suffix };
  const place = position && { type: "TextPositionSelector", ...position };
  return { selector: place ? [words, place] : [words] };
}
