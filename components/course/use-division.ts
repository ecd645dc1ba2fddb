import { type DragEndEvent, MouseSensor, TouchSensor, useSensor, useSensors } from "@dnd-kit/core";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";

import type { FormAction } from "@/components/ui/form";
import { toast } from "@/components/ui/toast";
import type { Division } from "@/lib/courses/division";

interface DivisionOptions extends Division {
  courseId: string;
  moveAll: FormAction;
}

export type DivisionState = ReturnType<typeof useDivision>;

interface Move {
  userId: string;
  /** Empty for none. */
  groupId: string;
}

/** A click is none before the pointer moved, a touch none before it rested: one scrolls with it. */
const MOUSE = { activationConstraint: { distance: 6 } };
const TOUCH = { activationConstraint: { delay: 150, tolerance: 8 } };

/** Who is chosen, who is being dragged, and the moving of both. */
export function useDivision({ courseId, groups, others, moveAll }: DivisionOptions) {
  const t = useTranslations("groups");
  const tUi = useTranslations("ui");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [dragged, setDragged] = useState<string[]>([]);
  const [isMoving, startMoving] = useTransition();
  const sensors = useSensors(useSensor(MouseSensor, MOUSE), useSensor(TouchSensor, TOUCH));

  const places = [
    ...groups.map(({ id, name, people }) => ({ id, name, people })),
    { id: "", name: t("others"), people: others },
  ];
  const placeOf = (userId: string) =>
    places.find(({ people }) => people.some((each) => each.userId === userId));
  const nameOf = (userId: string) =>
    placeOf(userId)?.people.find((each) => each.userId === userId)?.name ?? "";
  const groupName = (over: { id: string | number } | null) =>
    over ? (places.find(({ id }) => `to ${id}` === over.id)?.name ?? "") : "";

  /** Who goes with somebody that is dragged: all who are chosen, where they are one of them. */
  const withOthers = (userId: string) => (chosen.has(userId) ? [...chosen] : [userId]);

  async function send(moves: Move[]) {
    const form = new FormData();
    form.set("courseId", courseId);
    form.set("moves", JSON.stringify(moves));
    const unsent = { ok: false, message: tUi("formUnsent") };
    return moveAll({}, form).catch(() => unsent);
  }

  function moveTo(userIds: string[], groupId: string): void {
    const goes = userIds.filter((id) => placeOf(id)?.id !== groupId);
    if (goes.length === 0 || isMoving) return;
    const back = goes.map((userId) => ({ userId, groupId: placeOf(userId)?.id ?? "" }));
    const name = places.find(({ id }) => id === groupId)?.name ?? "";
    const said = { count: goes.length, person: nameOf(goes[0] ?? ""), group: name };
    startMoving(async () => {
      const answer = await send(goes.map((userId) => ({ userId, groupId })));
      if (!answer.ok) return toast(answer.message ?? t("notMoved"), { isUrgent: true });
      setChosen(new Set());
      toast(t("movedTo", said), { action: { label: tUi("undo"), onAct: () => undo(back) } });
    });
  }

  function undo(moves: Move[]): void {
    startMoving(async () => {
      const answer = await send(moves);
      if (answer.ok) toast(t("movedBack"));
      else toast(answer.message ?? t("notMoved"), { isUrgent: true });
    });
  }

  function onDragEnd({ active, over }: DragEndEvent): void {
    setDragged([]);
    if (over) moveTo(withOthers(String(active.id)), String(over.id).slice("to ".length));
  }

  return {
    chosen,
    dragged,
    isMoving,
    nameOf,
    moveTo,
    choose(userId: string, isChosen: boolean): void {
      const next = new Set(chosen);
      if (isChosen) next.add(userId);
      else next.delete(userId);
      setChosen(next);
    },
    chooseNobody: () => setChosen(new Set()),
    /** For the context that the rows are dragged in. */
    dnd: {
      id: "division",
      sensors,
      onDragStart: ({ active }: { active: { id: string | number } }) =>
        setDragged(withOthers(String(active.id))),
      onDragEnd,
      onDragCancel: () => setDragged([]),
      accessibility: {
        screenReaderInstructions: { draggable: "" },
        announcements: {
          onDragStart: () => undefined,
          onDragOver: ({ over }: { over: { id: string | number } | null }) =>
            over ? t("over", { group: groupName(over) }) : undefined,
          // What came of it a notice says.
          onDragEnd: () => undefined,
          onDragCancel: () => t("notMoved"),
        },
      },
    },
  };
}
