import { describe, expect, test } from "vitest";

import { applyLive } from "@/components/reader/apply-live";
import { createReaderStore } from "@/components/reader/store";
import { comment, thread } from "./threads";

const lead = thread({ id: "lead", comments: [comment("c9", { annotationId: "lead" })] });

describe("a thread that was merged into another", () => {
  test("is gone, and who read in it reads on in the other", () => {
    const store = createReaderStore([thread(), lead], "ada");
    store.focus("a");
    applyLive(store, { type: "removed", annotationId: "a", mergedIntoId: "lead" });
    expect(store.getState().marks.has("a")).toBe(false);
    expect(store.getState().focusedId).toBe("lead");
  });

  test("leaves the focus where it is, for who reads elsewhere", () => {
    const other = thread({ id: "b", comments: [] });
    const store = createReaderStore([thread(), lead, other], "ada");
    store.focus("b");
    applyLive(store, { type: "removed", annotationId: "a", mergedIntoId: "lead" });
    expect(store.getState().focusedId).toBe("b");
  });

  test("takes its comments back when that is undone", () => {
    const came = comment("c1", { annotationId: "lead", mergedFromId: "a" });
    const store = createReaderStore([lead], "ada");
    const merged = { ...lead, version: 2, comments: [...lead.comments, came], commentCount: 2 };
    applyLive(store, { type: "thread", thread: merged });
    expect(store.getState().threads.get("lead")?.comments).toHaveLength(2);
    applyLive(store, { type: "thread", thread: thread({ version: 3 }) });
    applyLive(store, { type: "thread", thread: { ...lead, version: 3 } });
    const { threads } = store.getState();
    expect(threads.get("lead")?.comments.map(({ id }) => id)).toEqual(["c9"]);
    expect(threads.get("a")?.comments.map(({ id }) => id)).toEqual(["c1"]);
  });
});
