const CORE = ["anchoring", "scoring"] as const;
const LEAVES = ["refusals", "environment"] as const;
const RULES = ["schema", "pure"] as const;
const STORE = ["db", "prisma"] as const;

/**
 * The table of `architecture.md`: from, may import. A layer may always import itself, and
 * `import type` may cross any line, except out of the core, which imports nothing at all.
 */
export const MAY_IMPORT = {
  anchoring: [],
  scoring: [],
  editor: [...CORE],
  refusals: [],
  environment: ["refusals"],
  schema: [...CORE, "refusals", "pure"],
  pure: [...CORE, "refusals", "schema"],
  queries: [...CORE, "editor", ...LEAVES, ...RULES, ...STORE],
  mutations: [...CORE, "editor", ...LEAVES, ...RULES, "queries", "events", ...STORE],
  events: [...LEAVES, ...RULES, "queries", ...STORE],
  mail: [...CORE, "editor", ...LEAVES, ...RULES, "messages"],
  jobs: [
    ...CORE,
    "editor",
    ...LEAVES,
    ...RULES,
    "queries",
    "mutations",
    "events",
    "mail",
    ...STORE,
  ],
  db: [...LEAVES, "prisma"],
  server: [...LEAVES, "schema", "queries", "mutations", "mail", "jobs", "db", "messages"],
  ui: [],
  components: [...CORE, "editor", "schema", "ui"],
  app: [
    ...[...LEAVES, "schema", "queries", "mutations", "jobs", "server", "ui", "components"],
    "messages",
  ],
  prisma: [...CORE, "editor", ...LEAVES, ...RULES, "queries", "mutations", "db"],
  scripts: [
    ...[...CORE, "editor", ...LEAVES, ...RULES, "queries", "mutations", "events", "mail", "jobs"],
    ...[...STORE, "messages"],
  ],
  tests: "anything",
  settings: "anything",
  messages: [],
} as const satisfies Record<string, readonly string[] | "anything">;

export type Layer = keyof typeof MAY_IMPORT;

/** Which features a feature may build on: those named in lines above its own. */
const FEATURE_ORDER = [
  ["auth"],
  ["preferences"],
  ["courses"],
  ["readings"],
  ["imports"],
  ["assignments"],
  ["places"],
  ["annotations"],
  ["participation"],
  ["revisions"],
  ["search"],
  ["notifications", "notebook", "insight", "interop"],
  ["terms"],
];

const FEATURE = `^lib/(${FEATURE_ORDER.flat().join("|")})/`;

/** Which layer a path belongs to; the first that fits. */
const PLACES: [RegExp, Layer][] = [
  [/^lib\/anchoring\//, "anchoring"],
  [/^lib\/scoring\//, "scoring"],
  [/^lib\/editor\//, "editor"],
  [/^lib\/(errors|setup-error)\.ts$/, "refusals"],
  [/^lib\/(env|log|process)\.ts$/, "environment"],
  [/^lib\/events\//, "events"],
  [/^lib\/mail\//, "mail"],
  [/^lib\/jobs\//, "jobs"],
  [/^lib\/db\//, "db"],
  [/^lib\/server\//, "server"],
  [/^components\/ui\//, "ui"],
  [/^components\//, "components"],
  [/^app\/|^(proxy|instrumentation|instrumentation-client)\.ts$/, "app"],
  [/^prisma\//, "prisma"],
  [/^scripts\//, "scripts"],
  [/^(tests|e2e|bench)\//, "tests"],
  [/^[a-z-]+(\.[a-z]+)?\.config\.m?ts$/, "settings"],
  [/^messages\//, "messages"],
  [new RegExp(`${FEATURE}schema\\.ts$`), "schema"],
  [new RegExp(`${FEATURE}queries\\.ts$`), "queries"],
  [new RegExp(`${FEATURE}mutations\\.ts$`), "mutations"],
];

/** Files of lib that run on the server, whatever else they say. */
export const SERVER_FILE =
  /^lib\/(events|mail|jobs|db|server)\/|^lib\/[a-z]+\/(queries|mutations)\.ts$|^lib\/auth\/session\.ts$/;

/** The layer that a path alone decides; a feature's own nouns depend on what they import. */
export function layerOfPath(file: string): Layer | undefined {
  return PLACES.find(([place]) => place.test(file))?.[1];
}

export function featureOf(file: string): string | undefined {
  return new RegExp(FEATURE).exec(file)?.[1];
}

export function mayBuildOn(feature: string, other: string): boolean {
  return feature === other || rankOf(other) < rankOf(feature);
}

function rankOf(feature: string): number {
  return FEATURE_ORDER.findIndex((features) => features.includes(feature));
}
