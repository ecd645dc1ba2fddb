import type { AssignmentView } from "@/lib/assignments/present";
import type { Audience } from "@/prisma/generated/enums";

/** Whom something is for; with the group where it is for one. */
export interface ForWhom {
  audience: Audience;
  groupId?: string | undefined;
}

type Room = Pick<AssignmentView, "can" | "discussion" | "groups" | "viewer" | "studentCount">;

/** Those whom the writer can choose, the fewest first. */
export function audienceChoices({ can, groups }: Pick<Room, "can" | "groups">): ForWhom[] {
  if (!can.discuss) return [{ audience: "ONLY_ME" }];
  return [
    { audience: "ONLY_ME" },
    { audience: "INSTRUCTORS" },
    ...groups.map(({ id }) => ({ audience: "GROUP" as const, groupId: id })),
    { audience: "COURSE" },
  ];
}

/** Whom a new note is for unless its writer says otherwise: those whom the assignment names, or fewer. */
export function defaultAudience(room: Room): ForWhom {
  const { audienceDefault } = room.discussion;
  const [own] = room.viewer.role === "STUDENT" ? room.groups : [];
  const groupId = audienceDefault === "GROUP" && own ? { groupId: own.id } : {};
  return allowedAudience(room, { audience: audienceDefault, ...groupId });
}

/** What was chosen, where that can still be; else fewer, and never more. */
export function allowedAudience(room: Pick<Room, "can" | "groups">, chosen: ForWhom): ForWhom {
  const choices = audienceChoices(room);
  const named = choices.find((each) => audienceKey(each) === audienceKey(chosen));
  return named ?? choices.find(({ audience }) => audience === "INSTRUCTORS") ?? choices[0]!;
}

export function audienceKey({ audience, groupId }: ForWhom): string {
  return groupId ? `${audience} ${groupId}` : audience;
}

/** A pseudonym among fewer students than these hides little. */
const FEW = 6;

/** How many students somebody who writes for these could be, where they are few; else null. */
export function fewVoices(room: Pick<Room, "groups" | "studentCount">, whom: ForWhom) {
  if (whom.audience !== "GROUP" && whom.audience !== "COURSE") return null;
  const group = room.groups.find(({ id }) => id === whom.groupId);
  const count = whom.audience === "GROUP" ? (group?.studentCount ?? 0) : room.studentCount;
  return count < FEW ? count : null;
}

const BREADTH = { ONLY_ME: 0, INSTRUCTORS: 1, GROUP: 2, COURSE: 3 } as const;

/** Whether somebody may come to see what they did not see before. */
export function isWider(next: ForWhom, before: ForWhom): boolean {
  if (next.audience === "GROUP" && before.audience === "GROUP")
    return next.groupId !== before.groupId;
  return BREADTH[next.audience] > BREADTH[before.audience];
}
