"use client";

import { useCallback, useMemo, useRef, useState } from "react";

import type { Cell, Column, GradebookView } from "@/lib/participation/gradebook";
import type { Student } from "@/lib/participation/students";

export interface Sorting {
  /** An assignment, or the students' names. */
  by: "name" | string;
  isDown: boolean;
}

/** Columns asked for at once. */
const COLUMNS_AT_ONCE = 8;

/**
 * The gradebook as it stands on the screen: its students narrowed and sorted, and its columns,
 * which come as they are looked at.
 */
export function useGradebook(courseId: string, { students, columns, assignments }: GradebookView) {
  const [loaded, setLoaded] = useState(() => byId(columns));
  const [groupId, setGroupId] = useState("");
  const [sorting, setSorting] = useState<Sorting>({ by: "name", isDown: false });
  const [hasFailed, setFailed] = useState(false);
  const asked = useRef(new Set(columns.map(({ assignmentId }) => assignmentId)));

  const need = useCallback(
    async (ids: readonly string[]) => {
      const missing = ids.filter((id) => !asked.current.has(id));
      for (const id of missing) asked.current.add(id);
      for (let at = 0; at < missing.length; at += COLUMNS_AT_ONCE) {
        const wanted = missing.slice(at, at + COLUMNS_AT_ONCE);
        try {
          const more = await fetchColumns(courseId, wanted);
          setLoaded((before) => new Map([...before, ...byId(more)]));
          setFailed(false);
        } catch {
          for (const id of wanted) asked.current.delete(id);
          setFailed(true);
        }
      }
    },
    [courseId],
  );

  const rows = useMemo(() => {
    const all = students.map((student, at) => ({ student, at }));
    const shown = all.filter(({ student }) => isIn(student, groupId));
    const cells = sorting.by === "name" ? undefined : loaded.get(sorting.by);
    if (cells) shown.sort((a, b) => compare(cells[a.at], cells[b.at], sorting.isDown));
    else if (sorting.by === "name" && sorting.isDown) shown.reverse();
    return shown;
  }, [students, loaded, groupId, sorting]);

  const sort = useCallback(
    (by: string) => {
      if (by !== "name") void need([by]);
      // Names begin at A, points with the most.
      setSorting((before) => ({ by, isDown: before.by === by ? !before.isDown : by !== "name" }));
    },
    [need],
  );

  return { rows, loaded, assignments, groupId, setGroupId, sorting, sort, need, hasFailed };
}

async function fetchColumns(courseId: string, ids: readonly string[]): Promise<Column[]> {
  const address = `/api/v1/courses/${courseId}/gradebook?assignments=${ids.join(",")}`;
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

function byId(columns: Column[]): Map<string, Cell[]> {
  return new Map(columns.map(({ assignmentId, cells }) => [assignmentId, cells]));
}

/** Of a section, of none where it is a hyphen, or all. */
function isIn({ groupId }: Student, asked: string): boolean {
  if (asked === "") return true;
  return asked === "-" ? groupId === null : groupId === asked;
}

/** By points; who has none comes last either way. */
function compare(a: Cell | undefined, b: Cell | undefined, isDown: boolean): number {
  const [one, other] = [a?.[0] ?? null, b?.[0] ?? null];
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return isDown ? other - one : one - other;
}
