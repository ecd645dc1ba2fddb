import { useDroppable } from "@dnd-kit/core";
import type { ReactNode } from "react";

import { classNames } from "@/components/ui/class-names";

/** Where people can be let go: a group, or with an empty id none. */
export function DropArea({ id, isOffered, children }: DropAreaProps) {
  const { setNodeRef, isOver } = useDroppable({ id: `to ${id}` });
  return (
    <div
      ref={setNodeRef}
      className={classNames(
        "rounded-md outline-offset-8",
        isOffered && "outline-1 outline-edge outline-dashed",
        isOver && "bg-touched outline-2 outline-accent",
      )}
    >
      {children}
    </div>
  );
}

interface DropAreaProps {
  /** The group's. */
  id: string;
  /** Somebody is being moved. */
  isOffered: boolean;
  children: ReactNode;
}
