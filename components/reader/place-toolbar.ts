/** A box in pixels from the top left of the window. */
export interface Box {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

interface Around {
  /** The first and the last line of what is selected. */
  first: Box;
  last: Box;
  /** What the toolbar is placed in. */
  frame: Pick<Box, "top" | "left" | "right">;
  /** The part of the window where it can be seen: not under a sheet, or a keyboard on the screen. */
  view: Pick<Box, "top" | "bottom">;
  /** Half as wide as the toolbar, and its height. */
  size: { half: number; height: number };
  isTouch: boolean;
}

const GAP_PX = 8;
/** The system draws its handles under the last line. */
const BELOW_HANDLES_PX = 32;
/** The system's own menu stands above the first line. */
const ABOVE_MENU_PX = 64;

/**
 * Where the toolbar of a selection goes, in pixels from the top left of the frame: below the last
 * line, clear of the system's handles; where there is no room, above the first line, clear of
 * the system's menu; where both ends are out of sight, at the end of what is in sight.
 */
export function placeToolbar({ first, last, frame, view, size, isTouch }: Around) {
  const [lowest, highest] = [view.bottom - size.height - GAP_PX, view.top + GAP_PX];
  const below = last.bottom + (isTouch ? BELOW_HANDLES_PX : GAP_PX);
  const above = first.top - size.height - (isTouch ? ABOVE_MENU_PX : GAP_PX);
  const fits = (top: number) => top >= highest && top <= lowest;
  const [top, line] = fits(below)
    ? [below, last]
    : fits(above)
      ? [above, first]
      : [Math.max(highest, Math.min(below, lowest)), last];
  const middle = (line.left + line.right) / 2 - frame.left;
  const rightmost = frame.right - frame.left - size.half;
  return { x: Math.max(size.half, Math.min(middle, rightmost)), y: top - frame.top };
}
