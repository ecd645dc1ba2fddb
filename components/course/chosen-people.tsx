import { useTranslations } from "next-intl";
import { useState } from "react";

import { Button } from "@/components/ui/button";
import { BareSelect } from "@/components/ui/select";
import type { DivisionState } from "./use-division";

/** What can be done with the people who are chosen: to move them together. */
export function ChosenPeople({ groups, division }: ChosenPeopleProps) {
  const t = useTranslations("groups");
  const [groupId, setGroupId] = useState("");
  const { chosen, isMoving } = division;
  return (
    <section
      aria-label={t("chosen")}
      data-foot=""
      className="fixed inset-x-0 bottom-0 z-30 border-t border-edge bg-raised shadow-float"
    >
      <div className="mx-auto flex max-w-[66rem] flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 md:px-8">
        <p role="status" className="min-w-0 flex-1 basis-28 text-sm font-medium">
          {t("chosenCount", { count: chosen.size })}
        </p>
        <BareSelect
          aria-label={t("moveTo")}
          value={groupId}
          onChange={(event) => setGroupId(event.target.value)}
          className="w-44 text-sm"
        >
          <option value="">{t("none")}</option>
          {groups.map((group) => (
            <option key={group.id} value={group.id}>
              {group.name}
            </option>
          ))}
        </BareSelect>
        <div className="flex gap-2">
          <Button
            variant="primary"
            size="sm"
            aria-disabled={isMoving}
            onClick={() => division.moveTo([...chosen], groupId)}
          >
            {t("moveChosen", { count: chosen.size })}
          </Button>
          <Button variant="quiet" size="sm" onClick={division.chooseNobody}>
            {t("chooseNobody")}
          </Button>
        </div>
      </div>
    </section>
  );
}

interface ChosenPeopleProps {
  groups: { id: string; name: string }[];
  division: DivisionState;
}
