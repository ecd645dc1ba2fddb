import "server-only";

import { TooMany } from "@/lib/errors";
import { log } from "@/lib/log";
import { ACCESS_CHANNEL, type AccessEnded } from "./access";
import { startListening } from "./listener";
import { type LoggedEvent, readEvents, readHead } from "./log";
import { PERSON_CHANNEL } from "./person";
import { PRESENCE_CHANNEL } from "./presence";
import { EVENT_CHANNEL } from "./publish";

const BATCH = 200;
/** A reader further behind than this loads the page's contents again instead. */
const REPLAY_AT_MOST = 1_000;
const STREAMS_A_PERSON = 12;
const STREAMS_AN_INSTANCE = 10_000;
const RETRY_READ_MS = 1_000;

/** Why the server ends a stream: `resume` asks the client to come back where it was. */
export type EndReason = "access" | "resume";

/** One viewer's open stream. `Prepared` is what was loaded once for all viewers of a batch. */
export interface EventStream<Prepared> {
  assignmentId: string;
  courseId: string;
  userId: string;
  /** The number of the last event that was delivered or passed over. */
  cursor: bigint;
  /**
   * Whether the viewer may still watch. Asked when the stream has been entered, and again when
   * listening begins: that their access ended before was announced to nobody here.
   */
  isAllowed(): Promise<boolean>;
  deliver(event: LoggedEvent, prepared: Prepared): void;
  /** Too much was missed to be replayed: everything is to be loaded again. */
  reset(cursor: bigint): void;
  end(reason: EndReason): void;
}

/** A page of somebody's that wants to know when their inbox changes. */
export interface PersonStream {
  userId: string;
  /** Something may be new: look again. */
  onNews(): void;
  end(reason: EndReason): void;
}

interface Topic<Prepared> {
  assignmentId: string;
  last: bigint;
  streams: Set<EventStream<Prepared>>;
  /** Streams that have caught up with `last`. */
  live: Set<EventStream<Prepared>>;
  isReading: boolean;
  hasNews: boolean;
}

/**
 * Fans the event logs of this process's open readings out to their streams.
 *
 * What instances tell each other of who is there goes to `overhear`.
 *
 * One LISTEN connection for all; each new event is read and prepared once per assignment,
 * however many watch; a stream holds no connection of its own. Where one PostgreSQL is not
 * enough to carry the numbers, only `startListening` has to be exchanged.
 */
export function createHub<Prepared>(
  prepare: (assignmentId: string, events: LoggedEvent[]) => Promise<Prepared>,
  overhear: (presence: string) => void = () => undefined,
) {
  const topics = new Map<string, Topic<Prepared>>();
  const personal = new Set<PersonStream>();
  let listening: { stop(): void } | undefined;

  function listen(): void {
    listening ??= startListening(
      [EVENT_CHANNEL, PERSON_CHANNEL, PRESENCE_CHANNEL, ACCESS_CHANNEL],
      {
        onNotice,
        onReady: () => void onReady(),
        onReturn,
      },
    );
  }

  function allStreams(): EventStream<Prepared>[] {
    return [...topics.values()].flatMap(({ streams }) => [...streams]);
  }

  function onNotice(channel: string, payload: string): void {
    if (channel === EVENT_CHANNEL) {
      const topic = topics.get(payload.split(" ")[0] ?? "");
      if (topic) void read(topic);
      return;
    }
    if (channel === PRESENCE_CHANNEL) {
      overhear(payload);
      return;
    }
    if (channel === PERSON_CHANNEL) {
      for (const stream of [...personal]) if (stream.userId === payload) stream.onNews();
      return;
    }
    const ended: AccessEnded = JSON.parse(payload);
    for (const stream of allStreams()) {
      const isTheirs = stream.userId === ended.userId;
      if (isTheirs && (!ended.courseId || ended.courseId === stream.courseId)) stream.end("access");
    }
    for (const stream of [...personal]) {
      if (stream.userId !== ended.userId) continue;
      // What a course brought them is theirs no longer; the inbox itself still is.
      if (ended.courseId) stream.onNews();
      else stream.end("access");
    }
  }

  /** What was committed before the first LISTEN took hold was announced to nobody. */
  async function onReady(): Promise<void> {
    for (const stream of [...personal]) stream.onNews();
    await Promise.all(allStreams().map(confirm));
    for (const topic of topics.values()) void read(topic);
  }

  async function confirm(stream: EventStream<Prepared>): Promise<void> {
    const isAllowed = await stream.isAllowed().catch(() => null);
    if (!isAllowed) stream.end(isAllowed === null ? "resume" : "access");
  }

  /** A missed notice may have been the end of somebody's access: everybody is asked in again. */
  function onReturn(): void {
    for (const stream of allStreams()) stream.end("resume");
    for (const stream of [...personal]) stream.end("resume");
  }

  async function read(topic: Topic<Prepared>): Promise<void> {
    topic.hasNews = true;
    if (topic.isReading) return;
    topic.isReading = true;
    try {
      while (topic.hasNews && topic.streams.size > 0) {
        topic.hasNews = false;
        const events = await readEvents(topic.assignmentId, topic.last, BATCH);
        if (events.length === 0) continue;
        const prepared = await prepare(topic.assignmentId, events);
        topic.last = events.at(-1)?.number ?? topic.last;
        for (const stream of topic.live) deliverAll(stream, events, prepared);
        if (events.length === BATCH) topic.hasNews = true;
      }
    } catch (error) {
      log.warn({ err: error }, "could not read the event log");
      setTimeout(() => void read(topic), RETRY_READ_MS).unref();
    } finally {
      topic.isReading = false;
    }
  }

  async function catchUp(topic: Topic<Prepared>, stream: EventStream<Prepared>): Promise<void> {
    let missed = 0;
    while (topic.streams.has(stream)) {
      const events = await readEvents(stream.assignmentId, stream.cursor, BATCH);
      missed += events.length;
      if (missed > REPLAY_AT_MOST) {
        stream.cursor = await readHead(stream.assignmentId);
        stream.reset(stream.cursor);
        missed = 0;
        continue;
      }
      if (events.length > 0) {
        deliverAll(stream, events, await prepare(stream.assignmentId, events));
      }
      // No await between this look and going live, so nothing can slip through in between.
      if (events.length < BATCH && stream.cursor >= topic.last) {
        if (topic.live.size === 0) topic.last = stream.cursor;
        topic.live.add(stream);
        return;
      }
    }
  }

  return {
    /**
     * Delivers to `stream` everything after its cursor, now and as it happens, until the
     * returned function is called.
     *
     * @throws TooMany when the person, or this instance, has too many streams open
     */
    open(stream: EventStream<Prepared>): () => void {
      const open = allStreams();
      const mine = open.filter(({ userId }) => userId === stream.userId);
      if (mine.length >= STREAMS_A_PERSON || open.length >= STREAMS_AN_INSTANCE) {
        throw new TooMany("tooManyStreams", 30);
      }
      listen();
      const topic = topics.get(stream.assignmentId) ?? makeTopic(stream);
      topics.set(stream.assignmentId, topic);
      topic.streams.add(stream);
      confirm(stream)
        .then(() => catchUp(topic, stream))
        .catch((error) => {
          log.warn({ err: error }, "could not replay the event log");
          stream.end("resume");
        });
      return () => {
        topic.streams.delete(stream);
        topic.live.delete(stream);
        const isPresent = topics.get(topic.assignmentId) === topic;
        if (isPresent && topic.streams.size === 0) topics.delete(topic.assignmentId);
      };
    },

    /**
     * Tells `stream` whenever its person's inbox changes, until the returned function is called.
     * On the same LISTEN connection as all else.
     *
     * @throws TooMany when the person, or this instance, has too many of them open
     */
    openPersonal(stream: PersonStream): () => void {
      const mine = [...personal].filter(({ userId }) => userId === stream.userId);
      if (mine.length >= STREAMS_A_PERSON || personal.size >= STREAMS_AN_INSTANCE) {
        throw new TooMany("tooManyPages", 30);
      }
      listen();
      personal.add(stream);
      return () => void personal.delete(stream);
    },

    /** Ends every stream and the LISTEN connection, for a clean stop. */
    close(): void {
      onReturn();
      listening?.stop();
      listening = undefined;
    },
  };
}

function makeTopic<Prepared>({ assignmentId, cursor }: EventStream<Prepared>): Topic<Prepared> {
  const none = () => new Set<EventStream<Prepared>>();
  return {
    assignmentId,
    last: cursor,
    streams: none(),
    live: none(),
    isReading: false,
    hasNews: false,
  };
}

function deliverAll<Prepared>(
  stream: EventStream<Prepared>,
  events: LoggedEvent[],
  prepared: Prepared,
): void {
  for (const event of events) {
    if (event.number <= stream.cursor) continue;
    stream.cursor = event.number;
    stream.deliver(event, prepared);
  }
}
