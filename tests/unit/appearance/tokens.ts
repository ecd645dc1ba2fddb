import { readFileSync } from "node:fs";

/** A colour in OKLCH: lightness and alpha from 0 to 1, hue in degrees. */
interface Colour {
  lightness: number;
  chroma: number;
  hue: number;
  alpha: number;
}

type Mode = "light" | "dark";
type Tokens = Map<string, Colour>;

/** The colours of each theme as `app/tokens.css` says them, later rules over earlier ones. */
export function readThemes(): Map<string, Tokens> {
  const css = ["app/tokens.css", "app/comfort.css"]
    .map((file) => readFileSync(file, "utf8"))
    .join("\n")
    .replace(/\/\*[\s\S]*?\*\//g, "");
  const root = blockOf(css, ":root {");
  const sepia = blockOf(css, ':root[data-theme="sepia"] {');
  const contrast = blockOf(css, ':root[data-theme="contrast"] {');
  const asked = blockOf(css, ":root:root {");
  const dyslexic = blockOf(css, ':root[data-font="dyslexic"] {');
  return new Map([
    ["light", tokens("light", root)],
    ["dark", tokens("dark", root)],
    ["sepia", tokens("light", root, sepia)],
    ["contrast on white", tokens("light", root, contrast)],
    ["contrast on black", tokens("dark", root, contrast)],
    ["more contrast, light", tokens("light", root, asked)],
    ["more contrast, dark", tokens("dark", root, asked)],
    ["more contrast, sepia", tokens("light", root, sepia, asked)],
    ["OpenDyslexic, light", tokens("light", root, dyslexic)],
    ["OpenDyslexic, dark", tokens("dark", root, dyslexic)],
    ["OpenDyslexic, sepia", tokens("light", root, sepia, dyslexic)],
  ]);
}

/** The contrast of two colours (WCAG 2.2); the upper one may be translucent over the lower. */
export function contrast(upper: Colour, lower: Colour): number {
  const below = linear(lower);
  const above = blend(linear(upper), below, upper.alpha);
  const [light, dark] = [luminance(above), luminance(below)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

/** A translucent colour laid over another; only its lightness in light counts. */
export function contrastOver(text: Colour, wash: Colour, paper: Colour): number {
  const ground = blend(linear(wash), linear(paper), wash.alpha);
  const [light, dark] = [luminance(linear(text)), luminance(ground)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

function blockOf(css: string, head: string): string {
  const from = css.indexOf(head);
  if (from < 0) throw new Error(`No rule ${head}`);
  return css.slice(from + head.length, css.indexOf("}", from));
}

function tokens(mode: Mode, ...blocks: string[]): Tokens {
  const found = new Map<string, string>();
  for (const block of blocks) {
    for (const [, name, value] of block.matchAll(/--([\w-]+):\s*([^;]+);/g)) {
      found.set(name!, value!.replace(/\s+/g, " "));
    }
  }
  const colourOf = (value: string): Colour | undefined => {
    const alias = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
    return alias ? colourOf(found.get(alias) ?? "") : readColour(pick(value, mode));
  };
  return new Map(
    [...found].flatMap(([name, value]) => {
      const colour = colourOf(value);
      return colour ? [[name, colour] as const] : [];
    }),
  );
}

function pick(value: string, mode: Mode): string {
  const pair = /^light-dark\((oklch\([^)]*\)), (oklch\([^)]*\))\)$/.exec(value);
  return pair ? pair[mode === "light" ? 1 : 2]! : value;
}

function readColour(value: string): Colour | undefined {
  const numbers = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)(?: \/ ([\d.]+))?\)$/.exec(value);
  if (!numbers) return undefined;
  const [lightness, chroma, hue] = numbers.slice(1, 4).map(Number);
  return { lightness: lightness!, chroma: chroma!, hue: hue!, alpha: Number(numbers[4] ?? 1) };
}

/** OKLCH to linear sRGB, cut to what a screen can show (Björn Ottosson, *A perceptual color space*). */
function linear({ lightness, chroma, hue }: Colour): [number, number, number] {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    shown(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    shown(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    shown(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

const shown = (part: number) => Math.min(1, Math.max(0, part));

/** As browsers blend: in sRGB with its curve, not in light. */
function blend(above: number[], below: number[], alpha: number): number[] {
  return above.map((part, at) =>
    fromCurve(toCurve(part) * alpha + toCurve(below[at]!) * (1 - alpha)),
  );
}

const toCurve = (x: number) => (x <= 0.0031308 ? 12.92 * x : 1.055 * x ** (1 / 2.4) - 0.055);
const fromCurve = (x: number) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4);

function luminance([red, green, blue]: number[]): number {
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
