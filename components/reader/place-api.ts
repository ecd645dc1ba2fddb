import type { PlaceView } from "@/lib/places/present";
import { request } from "./api";

/** Where the reader was, in any browser; null where nothing is known. @throws Refused, Unreachable */
export async function findPlace(assignmentId: string): Promise<PlaceView | null> {
  const path = `/assignments/${assignmentId}/place`;
  return (await request<{ place: PlaceView | null }>(path, { method: "GET" })).place;
}

/** Remembers a place; the request outlives the page. @throws Refused, Unreachable */
export function keepPlace(assignmentId: string, place: PlaceView): Promise<null> {
  return request(`/assignments/${assignmentId}/place`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(place),
    keepalive: true,
  });
}
