// biome-ignore-all lint/suspicious/noTemplateCurlyInString: code that is read here, not run
import { describe, expect, test } from "vitest";

import messages from "@/messages/en.json";
import { listed, readTree, treeOf } from "../architecture/tree";
import { missingBreaches, unusedBreaches } from "./message-rules";
import { textBreaches } from "./visible-text";

const ours = readTree();

const words = {
  home: { title: "Home", kind: { COMMENT: "Comment", QUESTION: "Question" } },
  errors: { wrongDate: "Enter a date." },
};

/** All keys but these are asked for; the file under test is to do the rest. */
const rest = {
  "lib/server/other.ts":
    'const t = await getTranslations(); t("home.kind.COMMENT"); t("home.kind.QUESTION"); t("errors.wrongDate");',
};

describe("a message that the code asks for", () => {
  test.each([
    'const t = useTranslations("home"); t("name");',
    'const t = useTranslations(); t("home.name");',
    'const t = useTranslations("house"); t("title");',
    'const t = await getTranslations("home"); t("name", { count: 1 });',
    'const title = (await getTranslations("home"))("name");',
    'const t = useTranslations("home"); t.rich("name", {});',
    'const t = useTranslations("home"); t(isOpen ? "title" : "name");',
    'const t = useTranslations("home"); t(`type.${kind}`);',
    'const t = useTranslations("home"); t(`kind.${"ANSWER"}`);',
    'const t = useTranslations("home"); t("kind");',
    'function name(t: ReturnType<typeof useTranslations<"home">>) { t("name"); }',
    'function A() { const t = useTranslations("errors"); t("wrongDate"); function B() { const t = useTranslations("home"); t("wrongDate"); } }',
  ])("must be there: %s", (source) => {
    const tree = treeOf({ "components/home/list.tsx": source });
    expect(missingBreaches(tree, words)).toHaveLength(1);
  });

  test.each([
    'z.string().min(1, "wrongDay")',
    'z.string().refine(isDate, "wrongDay")',
    'z.uuid({ error: "wrongDay" })',
    'context.addIssue({ code: "custom", message: "wrongDay" })',
  ])("must be there also when a schema names it: %s", (source) => {
    expect(missingBreaches(treeOf({ "lib/home/schema.ts": source }), words)).toHaveLength(1);
  });

  test.each([
    'const t = useTranslations("home"); t("title"); t(`kind.${kind}`); is("COMMENT");',
    'const home = useTranslations("home"); const t = useTranslations("errors"); home("title"); t("wrongDate");',
    'const t = useTranslations("home.kind"); const KINDS = ["QUESTION"]; t(name);',
  ])("is found: %s", (source) => {
    expect(missingBreaches(treeOf({ "app/home/page.tsx": source }), words)).toEqual([]);
  });

  test("is there in this project", () => {
    expect(listed(missingBreaches(ours, messages))).toEqual([]);
  });
});

describe("a message that nothing asks for", () => {
  test.each([
    "",
    'const t = useTranslations("errors"); t("title");',
    'is("title");',
    'const t = useTranslations("home"); t(`${name}`);',
    'import x from "title"; const t = useTranslations("home"); t(name);',
  ])("is found: %s", (source) => {
    const found = unusedBreaches(treeOf({ ...rest, "app/home/page.tsx": source }), words);
    expect(found.map(({ rule }) => rule)).toEqual(["home.title is used nowhere"]);
  });

  test.each([
    'const t = useTranslations("home"); t("title");',
    'const t = useTranslations("home"); const name = "title"; t(name);',
    'const t = useTranslations("home"); function say(name: "title") { t(name); }',
  ])("is none as long as it is asked for: %s", (source) => {
    expect(unusedBreaches(treeOf({ ...rest, "app/home/page.tsx": source }), words)).toEqual([]);
  });

  test("is not kept in this project", () => {
    expect(listed(unusedBreaches(ours, messages))).toEqual([]);
  });
});

describe("words in JSX", () => {
  test.each([
    "<p>Hello</p>",
    "<>Hello</>",
    "<p>{name} wrote</p>",
    '<p>{"Hello"}</p>',
    '<p>{isOpen ? t("open") : "Closed"}</p>',
    '<p>{isOpen && "Open"}</p>',
    "<p>{`${count} notes`}</p>",
    '<input placeholder="Search" />',
    '<button aria-label={isOpen ? "Close" : "Open"} />',
    '<Dialog title="Leave?" />',
    "<p>你好</p>",
  ])("are found: %s", (jsx) => {
    const tree = treeOf({ "components/a.tsx": `const a = ${jsx};` });
    expect(textBreaches(tree).length).toBeGreaterThan(0);
  });

  test.each([
    '<p className="text-sm">{t("hello")}</p>',
    "<p>{name} · {count}</p>",
    "<p>\n  {name}\n</p>",
    '<input name="email" type="email" placeholder={t("email")} />',
    '<p>{t(isOpen ? "open" : "closed")}</p>',
  ])("are not mistaken for others: %s", (jsx) => {
    expect(textBreaches(treeOf({ "components/a.tsx": `const a = ${jsx};` }))).toEqual([]);
  });

  test("all come from messages/ in this project", () => {
    expect(listed(textBreaches(ours))).toEqual([]);
  });
});
