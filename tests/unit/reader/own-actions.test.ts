import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { api, Refused } from "@/components/reader/api";
import { createOwnActions } from "@/components/reader/own-actions";
import { createReaderStore } from "@/components/reader/store";
import { comment, thread } from "./threads";

const question = comment("c1", { isOpening: true, voteCount: 2 });

function open() {
  const store = createReaderStore([thread({ comments: [question] })], "ada");
  const refusals: unknown[] = [];
  const attempt = (change: () => Promise<void>) =>
    change().then(
      () => true,
      (error) => {
        refusals.push(error);
        return false;
      },
    );
  const shown = () => ({
    voteCount: store.getState().threads.get("a")?.comments[0]?.voteCount,
    isVoted: store.getState().own.votedIds.has("c1"),
  });
  return { store, shown, refusals, ...createOwnActions({ store, attempt }) };
}

beforeEach(() => {
  vi.spyOn(api, "vote");
  vi.spyOn(api, "save");
  vi.spyOn(api, "follow");
});
afterEach(() => vi.restoreAllMocks());

test("a vote counts at once, and as the server counts it afterwards", async () => {
  const { vote, shown } = open();
  vi.mocked(api.vote).mockResolvedValue({ ...question, voteCount: 7 });
  const voted = vote(question, true);
  expect(shown()).toEqual({ voteCount: 3, isVoted: true });
  await voted;
  expect(shown()).toEqual({ voteCount: 7, isVoted: true });
});

test("a vote that was taken back before it arrived is not shown again by its answer", async () => {
  const { vote, shown } = open();
  vi.mocked(api.vote).mockImplementation(async (_, isVoted) => ({
    ...question,
    voteCount: isVoted ? 3 : 2,
  }));
  const first = vote(question, true);
  const second = vote(question, false);
  expect(shown()).toEqual({ voteCount: 2, isVoted: false });
  await Promise.all([first, second]);
  expect(shown()).toEqual({ voteCount: 2, isVoted: false });
  expect(vi.mocked(api.vote).mock.calls.map(([, isVoted]) => isVoted)).toEqual([true, false]);
});

test("a refused vote is gone again", async () => {
  const { vote, shown, refusals } = open();
  vi.mocked(api.vote).mockRejectedValue(new Refused("no", 403));
  await vote(question, true);
  expect(shown()).toEqual({ voteCount: 2, isVoted: false });
  expect(refusals).toHaveLength(1);
});

test("a thread is saved at once, and not when that was refused", async () => {
  const { save, store } = open();
  vi.mocked(api.save).mockResolvedValueOnce(null);
  const saved = save("a", true);
  expect(store.getState().own.savedIds.has("a")).toBe(true);
  await saved;
  expect(store.getState().own.savedIds.has("a")).toBe(true);
  vi.mocked(api.save).mockRejectedValueOnce(new Refused("no", 404));
  await save("a", false);
  expect(store.getState().own.savedIds.has("a")).toBe(true);
});

test("following goes back to what it was when it is refused", async () => {
  const { follow, store } = open();
  vi.mocked(api.follow).mockResolvedValueOnce(null);
  await follow("a", "FOLLOWED");
  vi.mocked(api.follow).mockRejectedValueOnce(new Refused("no", 404));
  const muted = follow("a", "MUTED");
  expect(store.getState().own.follows.get("a")).toBe("MUTED");
  await muted;
  expect(store.getState().own.follows.get("a")).toBe("FOLLOWED");
});
