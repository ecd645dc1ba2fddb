import { z } from "zod";

/** Themes in the order in which they are offered; `system` follows the device. */
export const THEMES = ["system", "light", "sepia", "dark", "contrast"] as const;

/** Faces in which a reading can be set; `dyslexic` is OpenDyslexic. */
export const FONTS = ["serif", "sans", "dyslexic"] as const;

/** How much a screen reader is told at a highlight: where it begins and ends, only that it begins, nothing. */
export const ANNOUNCEMENTS = ["all", "start", "off"] as const;

/** When somebody wants a mail: at once, with others at their hour, or not at all. */
export const MAIL_TIMES = ["now", "daily", "weekly", "off"] as const;

/**
 * What can be chosen on a scale, and how it is set unless somebody chooses: text size, line
 * height and speed of speech in percent, the measure in characters a line.
 */
export const SCALES = {
  textSize: { least: 80, most: 200, step: 10, usual: 100 },
  lineHeight: { least: 130, most: 220, step: 5, usual: 165 },
  measure: { least: 40, most: 92, step: 4, usual: 68 },
  speechRate: { least: 50, most: 250, step: 25, usual: 100 },
} as const;

export type Scale = keyof typeof SCALES;

/** How a person likes to read, and to be written to. A change names only what changes. */
export const changePreferencesInput = z
  .strictObject({
    theme: z.enum(THEMES),
    font: z.enum(FONTS),
    textSize: onScale("textSize"),
    lineHeight: onScale("lineHeight"),
    measure: onScale("measure"),
    speechRate: onScale("speechRate"),
    highlightAnnouncements: z.enum(ANNOUNCEMENTS),
    /** Whether single keys do something on the reading page. */
    shortcuts: z.boolean(),
    /** Whether texts are read without marks in them. */
    hideHighlights: z.boolean(),
    /** Whether others see that one has a reading open, or writes. */
    showPresence: z.boolean(),
    mailReplies: z.enum(MAIL_TIMES),
    mailMentions: z.enum(MAIL_TIMES),
    mailAnswers: z.enum(MAIL_TIMES),
    mailFollowed: z.enum(MAIL_TIMES),
    mailNotices: z.enum(MAIL_TIMES),
    /** For staff: open questions, once a day. */
    mailSummary: z.boolean(),
    /** The hour of the person's own day at which what is gathered is sent. */
    mailHour: z.int().min(0).max(23),
  })
  .partial();

export type PreferenceChanges = z.output<typeof changePreferencesInput>;
export type Preferences = Required<PreferenceChanges>;

/** What holds for whoever has chosen nothing. */
export const USUAL: Preferences = {
  theme: "system",
  font: "serif",
  textSize: SCALES.textSize.usual,
  lineHeight: SCALES.lineHeight.usual,
  measure: SCALES.measure.usual,
  speechRate: SCALES.speechRate.usual,
  highlightAnnouncements: "start",
  shortcuts: true,
  hideHighlights: false,
  showPresence: true,
  mailReplies: "now",
  mailMentions: "now",
  mailAnswers: "now",
  mailFollowed: "daily",
  mailNotices: "now",
  mailSummary: true,
  mailHour: 8,
};

/**
 * What of `stored` can still be understood. Field by field, because a value of an older or a
 * newer version must not cost a person everything else that they have chosen.
 */
export function readChanges(stored: unknown): PreferenceChanges {
  if (typeof stored !== "object" || stored === null) return {};
  const given: Record<string, unknown> = { ...stored };
  const understood = Object.entries(changePreferencesInput.shape).flatMap(([name, field]) => {
    const value = field.safeParse(given[name]);
    return value.success && value.data !== undefined ? [[name, value.data]] : [];
  });
  return Object.fromEntries(understood);
}

/** Where a browser keeps what somebody chose who was not signed in. */
export const BROWSER_COOKIE = "postil-preferences";

/** Where a browser keeps what an account has not been told yet, so that the server shows it already. */
export const UNSENT_COOKIE = "postil-preferences-unsent";

const kept = z.object({ personId: z.string().nullable(), changes: z.unknown() });

/** The value of a cookie for one person, or for nobody. */
export function writeKept(personId: string | null, changes: PreferenceChanges): string {
  return encodeURIComponent(JSON.stringify({ personId, changes }));
}

/** What a cookie says for this person; nothing if it is another's, or no longer understood. */
export function readKept(value: string | undefined, personId: string | null): PreferenceChanges {
  try {
    const parsed = kept.parse(JSON.parse(decodeURIComponent(value ?? "")));
    return parsed.personId === personId ? readChanges(parsed.changes) : {};
  } catch {
    return {};
  }
}

function onScale(name: Scale) {
  const { least, most } = SCALES[name];
  return z.int().min(least).max(most);
}
