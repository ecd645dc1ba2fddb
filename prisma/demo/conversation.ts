import { beginnings } from "./conversation-beginnings";
import { friends } from "./conversation-friends";
import { philosophy } from "./conversation-philosophy";
import { results } from "./conversation-results";
import { scope } from "./conversation-scope";
import type { DemoAnnotation } from "./thread";

/** Everything that the class has written on the article, roughly in the order of the text. */
export const conversation: readonly DemoAnnotation[] = [
  ...beginnings,
  ...philosophy,
  ...scope,
  ...friends,
  ...results,
];
