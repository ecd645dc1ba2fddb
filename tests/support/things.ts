import type { AnnotationKind, Audience as AnyAudience } from "@/prisma/generated/enums";
import type { ViewerName } from "./classroom";

/** Whom Ada can write for in a course without groups. */
type Audience = Exclude<AnyAudience, "GROUP">;

/** A kind of annotation that Ada can make. */
export interface Thing {
  kind: AnnotationKind;
  audience: Audience;
}

const KINDS = ["HIGHLIGHT", "COMMENT", "QUESTION"] as const;
const AUDIENCES = ["ONLY_ME", "INSTRUCTORS", "COURSE"] as const;

/** Every kind for every audience. */
export const THINGS: Thing[] = AUDIENCES.flatMap((audience) =>
  KINDS.map((kind) => ({ kind, audience })),
);

/** The members of Ada's course; all others find nothing, whatever they ask for. */
export const MEMBERS = ["author", "classmate", "instructor", "assistant"] as const;

/** Who reads what Ada wrote, by its audience. Written out: the policy is what is tested by it. */
export const READERS: Record<Audience, readonly ViewerName[]> = {
  ONLY_ME: ["author"],
  INSTRUCTORS: ["author", "instructor", "assistant"],
  COURSE: MEMBERS,
};

/** Ada's words for such a thing; a highlight has none. */
export function wordsFor({ kind }: Thing) {
  return kind === "HIGHLIGHT" ? {} : { says: "Why a fox?" };
}
