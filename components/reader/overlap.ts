/** A place where several marks lie, and where on the page their list is to stand. */
export interface Overlap {
  ids: string[];
  /** Pixels from the top left of what the list stands in. */
  x: number;
  y: number;
  /** There is more room above the place than below it. */
  isAbove: boolean;
  /** How much room there is. */
  room: number;
}

/** So much room a list takes, at most, and what it leaves free at the end of the window. */
const LIST_HEIGHT = 420;
const EDGE = 20;
/** Less would show too few rows to choose from: the page can be scrolled. */
const LEAST_ROOM = 200;

/** Where the list stands in `frame` for something on the screen: below it, or above for want of room. */
export function placeOf(at: DOMRect, frame: DOMRect): Omit<Overlap, "ids"> {
  const below = window.innerHeight - at.bottom;
  const isAbove = below < LIST_HEIGHT && at.top > below;
  const room = Math.max(LEAST_ROOM, (isAbove ? at.top : below) - EDGE);
  return { x: at.left - frame.left, y: (isAbove ? at.top : at.bottom) - frame.top, isAbove, room };
}
