"use client";

import { DndContext, DragOverlay } from "@dnd-kit/core";
import { useTranslations } from "next-intl";

import type { FormAction } from "@/components/ui/form";
import type { Division } from "@/lib/courses/division";
import { ChosenPeople } from "./chosen-people";
import { DropArea } from "./drop-area";
import { GroupSection } from "./group-section";
import { PeopleRows } from "./people-rows";
import { useDivision } from "./use-division";

/**
 * A course's groups with their people, who are moved one by one by a list and its button, several
 * at once when they are chosen, and with mouse or finger from group to group. Every moving can be
 * taken back.
 */
export function DivisionBoard({ courseId, groups, others, actions }: DivisionBoardProps) {
  const t = useTranslations("groups");
  const division = useDivision({ courseId, groups, others, moveAll: actions.moveAll });
  const { dragged, chosen } = division;
  const rows = { courseId, groups, move: actions.move, division };
  return (
    <DndContext {...division.dnd}>
      <div className={`space-y-12 ${chosen.size > 0 ? "pb-24" : ""}`}>
        {groups.map((group) => (
          <DropArea key={group.id} id={group.id} isOffered={dragged.length > 0}>
            <GroupSection group={group} actions={actions}>
              <PeopleRows {...rows} people={group.people} groupId={group.id} />
            </GroupSection>
          </DropArea>
        ))}
        {(others.length > 0 || dragged.length > 0) && (
          <DropArea id="" isOffered={dragged.length > 0}>
            <GroupSection group={{ id: null, name: t("others"), people: others }}>
              <PeopleRows {...rows} people={others} groupId={null} />
            </GroupSection>
          </DropArea>
        )}
      </div>
      {chosen.size > 0 && <ChosenPeople groups={groups} division={division} />}
      <DragOverlay dropAnimation={null}>
        {dragged.length > 0 && (
          <div className="w-fit max-w-60 truncate rounded-md bg-ink px-3 py-2 text-sm text-paper shadow-float">
            {dragged.length === 1
              ? division.nameOf(dragged[0] ?? "")
              : t("count", { count: dragged.length })}
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}

interface DivisionBoardProps extends Division {
  courseId: string;
  actions: {
    rename: FormAction;
    delete: FormAction;
    /** Moves the person of a row. */
    move: FormAction;
    /** Moves any number of people, each to a group of their own. */
    moveAll: FormAction;
  };
}
