import { type Preferences, USUAL } from "@/lib/preferences/schema";

/** What of the preferences is seen on a page. */
export type Appearance = Pick<
  Preferences,
  "theme" | "font" | "textSize" | "lineHeight" | "measure"
>;

/** How `<html>` says it: the server writes this, so that the first paint is right already. */
export function appearanceOf({ theme, font, textSize, lineHeight, measure }: Appearance) {
  return {
    attributes: {
      "data-theme": theme === USUAL.theme ? undefined : theme,
      "data-font": font === USUAL.font ? undefined : font,
    },
    variables: {
      "--reading-scale": String(textSize / 100),
      "--reading-leading": String(lineHeight / 100),
      // An average letter of a reading serif is half as wide as its size.
      "--reading-measure-ems": String(measure / 2),
    },
  };
}

/** Changes how this page looks, at once. */
export function show(appearance: Appearance): void {
  const { attributes, variables } = appearanceOf(appearance);
  const { documentElement: root } = document;
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) root.removeAttribute(name);
    else root.setAttribute(name, value);
  }
  for (const [name, value] of Object.entries(variables)) root.style.setProperty(name, value);
}
