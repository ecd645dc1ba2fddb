import type { Place } from "./store";

/** Which words the composer has for what is being written. */
export function placeWords(place: Place): "new" | "reply" | "edit" | "private" | "open" {
  if (place.type !== "reply") return place.type;
  if (place.opens) return "open";
  return place.privateTo ? "private" : "reply";
}
