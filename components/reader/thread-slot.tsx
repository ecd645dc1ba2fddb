import { memo } from "react";

import { Composer } from "./composer";
import { NEW_ID } from "./margin-entries";
import { useReaderState } from "./reader-context";
import { ThreadCard } from "./thread-card";
import { ThreadSkeleton } from "./thread-skeleton";

/** What stands in a place of the margin: a thread, or until it has been loaded its outline. */
export const ThreadSlot = memo(function ThreadSlot({ id }: { id: string }) {
  return id === NEW_ID ? <NewComment /> : <Thread id={id} />;
});

function Thread({ id }: { id: string }) {
  const thread = useReaderState(({ threads }) => threads.get(id));
  return thread ? <ThreadCard thread={thread} /> : <ThreadSkeleton />;
}

function NewComment() {
  const place = useReaderState((state) => state.place);
  if (place?.type !== "new") return null;
  return <Composer key={`${place.start}-${place.type}`} place={place} />;
}
