import type { AssignmentView } from "@/lib/assignments/present";
import { api } from "./api";
import { NOTES_AT_MOST } from "./print-plan";
import type { ReaderStore } from "./store";

const IDS_A_REQUEST = 50;
/** Further pages of long threads; what is beyond is counted on paper, not printed. */
const PAGES_AT_MOST = 100;

/**
 * Fetches what is to be printed and not loaded yet, as far as it is printed at all.
 *
 * @throws Refused, Unreachable
 */
export async function loadForPrint(
  assignment: AssignmentView,
  store: ReaderStore,
  onProgress: (loaded: number, all: number) => void,
): Promise<void> {
  const ids = store
    .getState()
    .shown.ordered.slice(0, NOTES_AT_MOST)
    .map(({ id }) => id);
  const missing = ids.filter((id) => !store.getState().threads.has(id));
  for (let at = 0; at < missing.length; at += IDS_A_REQUEST) {
    onProgress(ids.length - missing.length + at, ids.length);
    const { rows } = await api.listThreads(assignment, missing.slice(at, at + IDS_A_REQUEST));
    store.putThreads(rows);
  }
  let pages = 0;
  for (const id of ids) {
    let cursor = store.getState().threads.get(id)?.nextCursor;
    while (cursor && pages < PAGES_AT_MOST) {
      pages += 1;
      store.putPage(id, await api.listComments(assignment, id, cursor));
      cursor = store.getState().threads.get(id)?.nextCursor;
    }
  }
}
