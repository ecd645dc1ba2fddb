import { afterAll, onTestFinished, vi } from "vitest";

import { type LiveMessage, liveHub, openLive } from "@/lib/annotations/live";
import type { PassingMessage } from "@/lib/annotations/presence";
import type { EndReason } from "@/lib/events/hub";

afterAll(() => liveHub().close());

/** What somebody was told who has a reading open. */
export interface Follower {
  messages: LiveMessage[];
  /** What was so at a moment. */
  passing: PassingMessage[];
  /** Of the last message: where to go on. */
  cursor: string | null;
  ended: EndReason | null;
  close(): void;
  /** Waits until `isTrue` of the messages so far. */
  until(isTrue: (messages: LiveMessage[]) => boolean): Promise<void>;
}

/** Opens a person's live stream until the end of the test. A stream that is ended is closed, as the route does. */
export async function follow(
  userId: string,
  assignmentId: string,
  cursor: string | null = null,
): Promise<Follower> {
  const follower: Follower = {
    messages: [],
    passing: [],
    cursor,
    ended: null,
    close: () => {},
    until: (isTrue) =>
      vi.waitFor(
        () => {
          if (!isTrue(follower.messages)) throw new Error(`only told ${told(follower)}`);
        },
        { timeout: 10_000 },
      ),
  };
  follower.close = await openLive(userId, assignmentId, cursor, {
    onMessage(message, next) {
      follower.messages.push(message);
      follower.cursor = next;
    },
    onPassing: (message) => void follower.passing.push(message),
    onEnd(reason) {
      follower.ended = reason;
      follower.close();
    },
  });
  onTestFinished(follower.close);
  return follower;
}

/** The annotations that a message speaks of, in the order in which somebody was told. */
export function spokenOf(messages: LiveMessage[]): string[] {
  return messages.map((message) => {
    if (message.type === "thread") return message.thread.id;
    if (message.type === "comment") return message.comment.id;
    return message.type === "removed" ? message.annotationId : "reset";
  });
}

/** Waits until somebody's stream was ended, and says why. */
export function endOf(follower: Follower): Promise<EndReason> {
  return vi.waitFor(
    () => {
      if (!follower.ended) throw new Error("the stream is open");
      return follower.ended;
    },
    { timeout: 10_000 },
  );
}

function told({ messages }: Follower): string {
  return JSON.stringify(messages.map(({ type }) => type));
}
