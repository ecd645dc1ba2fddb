import { classNames } from "./class-names";

/** The initials of a person in a colour that is always theirs; the name itself stands beside it. */
export function Avatar({ id, name, size = "md" }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        "inline-flex shrink-0 select-none items-center justify-center rounded-full font-semibold",
        size === "md" ? "size-9 text-xs" : "size-7 text-[0.6875rem]",
      )}
      // Equal lightness for every hue: white on it is always above 5:1.
      style={{ backgroundColor: `oklch(0.47 0.075 ${hueOf(id)})`, color: "white" }}
    >
      {initialsOf(name)}
    </span>
  );
}

interface AvatarProps {
  id: string;
  name: string;
  size?: "sm" | "md";
}

function hueOf(id: string): number {
  let sum = 7;
  for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) % 3600;
  return Math.round(sum / 10 / 24) * 24;
}

function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/u).filter((word) => /^\p{L}/u.test(word));
  const [first = "", last = ""] = [words[0], words.length > 1 ? words.at(-1) : ""];
  return ([...first][0] ?? "") + ([...last][0] ?? "") || "?";
}
