/** Themes in the order in which they are offered; `system` follows the device. */
export const THEMES = ["system", "light", "sepia", "dark", "contrast"] as const;

export type Theme = (typeof THEMES)[number];

/** Read on the server, so that the first paint is right already. */
export const THEME_COOKIE = "postil-theme";

const A_YEAR = 365 * 24 * 60 * 60;

/** The theme that a cookie names; a stranger's value is `system`. */
export function parseTheme(value: string | undefined): Theme {
  return THEMES.find((theme) => theme === value) ?? "system";
}

/** What stands in `data-theme` for a theme. */
export function themeAttribute(theme: Theme): string | undefined {
  return theme === "system" ? undefined : theme;
}

/** Changes the theme at once and remembers it in this browser. */
export function applyTheme(theme: Theme): void {
  const { documentElement: root } = document;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${A_YEAR}; samesite=lax`;
}
