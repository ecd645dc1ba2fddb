import { request, send } from "@/components/reader/api";
import type { StepMaps } from "@/lib/editor/step-maps";
import type { ImageView } from "@/lib/revisions/images";
import type { DraftView } from "@/lib/revisions/queries";

export interface SavedDraft {
  version: number;
  savedAt: string;
}

export interface DraftToSave {
  baseId: string;
  document: unknown;
  steps: StepMaps | null;
}

/** What the editor asks of the server. All throw Refused or Unreachable. */
export const api = {
  getDraft: (readingId: string) =>
    request<DraftView>(`/readings/${readingId}/draft`, { method: "GET" }),
  saveDraft: (readingId: string, version: number, draft: DraftToSave) =>
    send<SavedDraft>("PUT", `/readings/${readingId}/draft`, draft, version),
  discardDraft: (readingId: string, version: number) =>
    send<null>("DELETE", `/readings/${readingId}/draft`, undefined, version),
  addImage: (readingId: string, file: Blob) =>
    request<ImageView>(`/readings/${readingId}/images`, { method: "POST", body: file }, 120_000),
};
