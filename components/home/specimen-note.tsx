import { CircleHelp, Lock, MessageSquare } from "lucide-react";
import type { ReactNode } from "react";

import { classNames } from "@/components/ui/class-names";

/** A note beside the specimen's page; lights up together with its passage. */
export function Note({ pair, kind, label, children }: NoteProps) {
  const { Icon, colour } = KINDS[kind];
  return (
    <div data-pair={pair} className="specimen-note">
      <p className={classNames("mb-1 flex items-center gap-1.5 text-xs font-medium", colour)}>
        <Icon aria-hidden="true" className="size-3.5" />
        {label}
      </p>
      {children}
    </div>
  );
}

const KINDS = {
  comment: { Icon: MessageSquare, colour: "text-comment" },
  question: { Icon: CircleHelp, colour: "text-question" },
  private: { Icon: Lock, colour: "text-private" },
};

interface NoteProps {
  pair: string;
  kind: keyof typeof KINDS;
  label: string;
  children: ReactNode;
}
