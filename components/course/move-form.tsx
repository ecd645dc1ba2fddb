import { useDraggable } from "@dnd-kit/core";
import { GripVertical } from "lucide-react";
import { useTranslations } from "next-intl";

import { Avatar } from "@/components/ui/avatar";
import { classNames } from "@/components/ui/class-names";
import { Form, type FormAction } from "@/components/ui/form";
import { BareSelect } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import type { DividedPerson } from "@/lib/courses/division";
import type { DivisionState } from "./use-division";

/** One person of a divided course, with the group that they are in. */
export function MoveForm({ courseId, person, groupId, groups, move, division }: MoveFormProps) {
  const t = useTranslations("groups");
  const { userId, name } = person;
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: userId });
  const isChosen = division.chosen.has(userId);
  return (
    <li
      ref={setNodeRef}
      className={classNames(
        "border-b border-rule",
        (isDragging || division.dragged.includes(userId)) && "opacity-40",
        isChosen && "bg-touched",
      )}
    >
      <Form action={move} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2.5">
        <input type="hidden" name="courseId" value={courseId} />
        <input type="hidden" name="userId" value={userId} />
        <div className="flex min-w-0 flex-1 basis-40 items-center gap-3">
          {/* Who has no pointer has the list beside it. */}
          <span
            {...listeners}
            data-drag={userId}
            aria-hidden="true"
            className="flex size-8 shrink-0 cursor-grab touch-none items-center justify-center text-faint hover:text-ink pointer-coarse:size-11"
          >
            <GripVertical className="size-4" />
          </span>
          <input
            type="checkbox"
            aria-label={t("choose", { name })}
            checked={isChosen}
            onChange={(event) => division.choose(userId, event.target.checked)}
            className="size-4.5 shrink-0 accent-accent pointer-coarse:size-6"
          />
          <Avatar id={userId} name={name} size="sm" />
          <span className="min-w-0 text-sm wrap-anywhere">{name}</span>
        </div>
        <div className="flex min-w-0 items-center gap-2">
          <BareSelect
            key={groupId}
            name="groupId"
            aria-label={t("groupOf", { name })}
            defaultValue={groupId ?? ""}
            className="w-44 text-sm"
          >
            <option value="">{t("none")}</option>
            {groups.map((group) => (
              <option key={group.id} value={group.id}>
                {group.name}
              </option>
            ))}
          </BareSelect>
          <SubmitButton variant="quiet" size="sm" aria-label={t("moveNamed", { name })}>
            {t("move")}
          </SubmitButton>
        </div>
      </Form>
    </li>
  );
}

interface MoveFormProps {
  courseId: string;
  person: DividedPerson;
  /** Null for who is in none. */
  groupId: string | null;
  groups: { id: string; name: string }[];
  move: FormAction;
  division: DivisionState;
}
