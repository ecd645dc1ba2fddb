import { describe, expect, test } from "vitest";

import { cycleBreaches } from "./cycles";
import {
  layerBreaches,
  layersOf,
  lengthBreaches,
  orderBreaches,
  packageBreaches,
  placeBreaches,
  serverOnlyBreaches,
  unresolvedBreaches,
} from "./import-rules";
import { listed, readTree, treeOf } from "./tree";

const ours = readTree();

/** Files that an example may import; each imports nothing but what its layer needs to be told. */
const neighbours = {
  "app/home/actions.ts": "",
  "components/ui/button.tsx": "",
  "components/reader/margin.tsx": "",
  "lib/anchoring/index.ts": "",
  "lib/scoring/index.ts": "",
  "lib/editor/schema.ts": "",
  "lib/errors.ts": "",
  "lib/env.ts": "",
  "lib/auth/session.ts": 'import "server-only";',
  "lib/courses/schema.ts": "",
  "lib/courses/policy.ts": "",
  "lib/courses/queries.ts": 'import "server-only";',
  "lib/courses/mutations.ts": 'import "server-only";',
  "lib/courses/join-code.ts": 'import "server-only";',
  "lib/annotations/runs.ts": "",
  "lib/annotations/removal.ts": 'import "server-only"; import "@/lib/events/publish";',
  "lib/events/publish.ts": 'import "server-only";',
  "lib/jobs/queue.ts": 'import "server-only";',
  "lib/server/page.ts": 'import "server-only";',
  "lib/db/index.ts": 'import "server-only";',
  "prisma/demo/people.ts": "",
  "scripts/start.ts": "",
  "tests/support/factories.ts": "",
};

function treeWith(file: string, source: string) {
  return treeOf({ ...neighbours, [file]: source });
}

describe("what a layer may import", () => {
  test.each([
    ["lib/anchoring/runs.ts", "@/lib/errors"],
    ["lib/scoring/score.ts", "@/lib/anchoring"],
    ["lib/editor/layer.ts", "@/lib/courses/schema"],
    ["lib/editor/layer.ts", "@/lib/env"],
    ["lib/courses/schema.ts", "./queries"],
    ["lib/courses/policy.ts", "@/lib/db"],
    ["lib/courses/policy.ts", "./join-code"],
    ["lib/courses/present.ts", "@/prisma/generated/client"],
    ["lib/courses/present.ts", "@/lib/editor/schema"],
    ["lib/courses/term.ts", "@/lib/env"],
    ["lib/courses/queries.ts", "./mutations"],
    ["lib/courses/queries.ts", "@/lib/events/publish"],
    ["lib/annotations/queries.ts", "./removal"],
    ["lib/courses/mutations.ts", "@/lib/server/page"],
    ["lib/courses/mutations.ts", "@/lib/jobs/queue"],
    ["lib/courses/mutations.ts", "@/components/ui/button"],
    ["lib/events/hub.ts", "@/lib/courses/mutations"],
    ["lib/db/index.ts", "@/lib/courses/queries"],
    ["lib/jobs/queue.ts", "@/lib/server/page"],
    ["lib/errors.ts", "@/lib/env"],
    ["components/ui/button.tsx", "@/components/reader/margin"],
    ["components/reader/margin.tsx", "@/lib/courses/policy"],
    ["components/reader/margin.tsx", "@/lib/courses/queries"],
    ["components/reader/margin.tsx", "@/lib/errors"],
    ["components/reader/margin.tsx", "@/messages/en.json"],
    ["components/reader/margin.tsx", "@/app/home/actions"],
    ["app/home/page.tsx", "@/lib/db"],
    ["app/home/page.tsx", "@/lib/courses/policy"],
    ["app/home/page.tsx", "@/lib/events/publish"],
    ["app/home/page.tsx", "@/prisma/generated/client"],
    ["prisma/demo/load.ts", "@/app/home/actions"],
    ["scripts/start.ts", "@/lib/server/page"],
    ["scripts/start.ts", "@/tests/support/factories"],
    ["lib/db/index.ts", "@/scripts/start"],
  ])("%s may not import %s", (file, target) => {
    const breaches = layerBreaches(treeWith(file, `\nimport { x } from "${target}";`));
    expect(breaches).toEqual([expect.objectContaining({ file, line: 2 })]);
  });

  test.each([
    ["lib/courses/queries.ts", "@/lib/db"],
    ["lib/courses/mutations.ts", "@/lib/events/publish"],
    ["lib/courses/policy.ts", "./schema"],
    ["lib/editor/layer.ts", "@/lib/anchoring"],
    ["components/reader/margin.tsx", "@/lib/courses/schema"],
    ["components/reader/margin.tsx", "@/components/ui/button"],
    ["app/home/page.tsx", "@/lib/annotations/removal"],
    ["app/home/page.tsx", "@/lib/auth/session"],
    ["tests/db/courses.test.ts", "@/lib/server/page"],
  ])("%s may import %s", (file, target) => {
    expect(layerBreaches(treeWith(file, `import { x } from "${target}";`))).toEqual([]);
  });

  test.each([
    'export { x } from "@/lib/db";',
    'export * from "@/lib/db";',
    'import "@/lib/db";',
    'import { type Db, db } from "../db";',
    'const db = () => import("../db/index");',
  ])("is judged by every form of import: %s", (source) => {
    expect(layerBreaches(treeWith("lib/courses/policy.ts", source))).toHaveLength(1);
  });

  test.each([
    'import type { Db } from "@/lib/db";',
    'import { type Db } from "@/lib/db";',
    'export type { Db } from "@/lib/db";',
    'export { type Db } from "@/lib/db";',
  ])("types cross any line, only not out of the core: %s", (source) => {
    expect(layerBreaches(treeWith("lib/courses/policy.ts", source))).toEqual([]);
    expect(layerBreaches(treeWith("lib/anchoring/runs.ts", source))).toHaveLength(1);
  });

  test("a server noun is a query until it announces an event, directly or through another", () => {
    const layers = layersOf(
      treeWith(
        "lib/annotations/undo.ts",
        'import "server-only"; import { remove } from "./removal";',
      ),
    );
    expect(layers.get("lib/courses/join-code.ts")).toBe("queries");
    expect(layers.get("lib/annotations/removal.ts")).toBe("mutations");
    expect(layers.get("lib/annotations/undo.ts")).toBe("mutations");
    expect(layers.get("lib/annotations/runs.ts")).toBe("pure");
  });

  test("holds in this project", () => {
    expect(listed(layerBreaches(ours))).toEqual([]);
  });
});

describe("where a file stands", () => {
  test.each(["lib/helpers.ts", "lib/marketing/queries.ts", "tools/run.ts"])(
    "%s has no layer",
    (file) => {
      expect(placeBreaches(treeWith(file, ""))).toEqual([expect.objectContaining({ file })]);
    },
  );

  test("every file of this project has a layer", () => {
    expect(listed(placeBreaches(ours))).toEqual([]);
  });
});

describe("the order of the features", () => {
  test.each([
    ["lib/auth/sign-in.ts", "@/lib/courses/policy"],
    ["lib/courses/queries.ts", "@/lib/annotations/runs"],
    ["lib/search/index.ts", "@/lib/notifications/feed"],
  ])("%s may not build on %s", (file, target) => {
    const breaches = orderBreaches(treeWith(file, `import { x } from "${target}";`));
    expect(breaches).toEqual([expect.objectContaining({ file, line: 1 })]);
  });

  test("runs the other way, and types do not count", () => {
    const down = 'import { isStaff } from "@/lib/courses/policy";';
    const type = 'import type { Run } from "@/lib/annotations/runs";';
    expect(orderBreaches(treeWith("lib/annotations/policy.ts", down))).toEqual([]);
    expect(orderBreaches(treeWith("lib/courses/policy.ts", type))).toEqual([]);
  });

  test("holds in this project", () => {
    expect(listed(orderBreaches(ours))).toEqual([]);
  });
});

describe("packages", () => {
  test.each([
    ["lib/anchoring/runs.ts", 'import { z } from "zod";'],
    ["lib/anchoring/words.ts", 'import search from "approx-string-match";'],
    ["lib/scoring/score.ts", 'import { diffArrays } from "diff";'],
    ["lib/scoring/score.ts", 'import type { Node } from "mdast";'],
    ["lib/anchoring/runs.ts", 'import path from "node:path";'],
    ["lib/editor/layer.ts", 'import { Editor } from "@tiptap/react";'],
    ["lib/editor/layer.ts", 'import Link from "next/link";'],
    ["lib/courses/schema.ts", 'import { randomInt } from "node:crypto";'],
    ["lib/courses/policy.ts", 'import { cache } from "react";'],
    ["lib/courses/present.ts", 'import { Prisma } from "@prisma/client";'],
    ["lib/courses/queries.ts", 'import { useState } from "react";'],
    ["lib/courses/mutations.ts", 'import Link from "next/link";'],
    ["lib/courses/mutations.ts", 'import { signIn } from "next-auth/react";'],
    ["lib/courses/mutations.ts", 'import pg from "pg";'],
    ["lib/events/hub.ts", 'import { after } from "next/server";'],
    ["lib/db/index.ts", 'import { cache } from "react";'],
    ["components/reader/margin.tsx", 'import { readFileSync } from "node:fs";'],
    ["components/ui/button.tsx", 'import pg from "pg";'],
    ["app/home/page.tsx", 'import { PrismaPg } from "@prisma/adapter-pg";'],
  ])("%s may not say %s", (file, source) => {
    expect(packageBreaches(treeWith(file, source))).toEqual([expect.objectContaining({ file })]);
  });

  test.each([
    ["lib/anchoring/words.ts", 'import { diffArrays } from "diff";'],
    ["lib/editor/layer.ts", 'import { Extension } from "@tiptap/core";'],
    ["lib/courses/schema.ts", 'import { z } from "zod";'],
    ["lib/courses/present.ts", 'import type { ReactNode } from "react";'],
    ["lib/auth/session.ts", 'import { cache } from "react";'],
    ["lib/auth/session.ts", 'import { cookies } from "next/headers";'],
    ["lib/auth/auth.ts", 'import "server-only"; import NextAuth from "next-auth";'],
    ["lib/db/index.ts", 'import pg from "pg";'],
    ["components/reader/margin.tsx", 'import { useState } from "react";'],
  ])("%s may say %s", (file, source) => {
    expect(packageBreaches(treeWith(file, source))).toEqual([]);
  });

  test("stay where they belong in this project", () => {
    expect(listed(packageBreaches(ours))).toEqual([]);
  });
});

describe("server files", () => {
  test.each([
    "lib/courses/queries.ts",
    "lib/courses/mutations.ts",
    "lib/auth/session.ts",
    "lib/events/publish.ts",
    "lib/jobs/queue.ts",
    "lib/server/page.ts",
    "lib/db/index.ts",
  ])("%s says so before anything else", (file) => {
    const late = 'import { env } from "@/lib/env";\nimport "server-only";';
    for (const source of ["", late]) {
      const breaches = serverOnlyBreaches(treeWith(file, source));
      expect(breaches).toEqual([expect.objectContaining({ file })]);
    }
    expect(serverOnlyBreaches(treeWith(file, 'import "server-only";'))).toEqual([]);
  });

  test("say so in this project", () => {
    expect(listed(serverOnlyBreaches(ours))).toEqual([]);
  });
});

describe("circles", () => {
  test("are found over any number of files, and when a file imports itself", () => {
    const circle = treeOf({
      "lib/search/a.ts": 'import { b } from "./b";',
      "lib/search/b.ts": 'export * from "./c";',
      "lib/search/c.ts": 'const a = () => import("./a");',
      "lib/search/d.ts": 'import { a } from "./a";\nimport { d } from "./d";',
    });
    expect(cycleBreaches(circle).map(({ rule }) => rule)).toEqual([
      "imports itself: lib/search/a.ts -> lib/search/b.ts -> lib/search/c.ts -> lib/search/a.ts",
      "imports itself: lib/search/d.ts -> lib/search/d.ts",
    ]);
  });

  test("are not made of types", () => {
    const tree = treeOf({
      "lib/search/a.ts": 'import { b } from "./b";',
      "lib/search/b.ts": 'import type { A } from "./a";',
    });
    expect(cycleBreaches(tree)).toEqual([]);
  });

  test("do not exist in this project", () => {
    expect(listed(cycleBreaches(ours))).toEqual([]);
  });
});

describe("imports that cannot be followed", () => {
  test.each([
    'import { x } from "./nowhere";',
    'import { x } from "@/lib/nowhere";',
    "const load = (name) => import(name);",
    "const load = (name) => import(`./x` + name);",
  ])("%s", (source) => {
    expect(unresolvedBreaches(treeWith("lib/search/a.ts", source))).toHaveLength(1);
  });

  test("do not exist in this project", () => {
    expect(listed(unresolvedBreaches(ours))).toEqual([]);
  });
});

describe("the length of a file", () => {
  test("is 300 lines at most in app, components and lib", () => {
    const tree = treeOf({
      "lib/search/long.ts": `${"\n".repeat(300)}export {};\n`,
      "app/long.css": "a {}\n".repeat(301),
      "lib/search/short.ts": "export {};\n".repeat(300),
      "tests/unit/long.test.ts": "export {};\n".repeat(301),
    });
    const files = lengthBreaches(tree).map(({ file }) => file);
    expect(files).toEqual(["lib/search/long.ts", "app/long.css"]);
  });

  test("is kept in this project", () => {
    expect(listed(lengthBreaches(ours))).toEqual([]);
  });
});
