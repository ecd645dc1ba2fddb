import { useTranslations } from "next-intl";
import { useId } from "react";

import { type ForWhom, fewVoices } from "./audience-choice";
import { useReader } from "./reader-context";

/** Whether classmates see a pseudonym, with what it hides and what it does not. */
export function AnonymityChoice({ isChosen, whom, onChoose }: AnonymityChoiceProps) {
  const t = useTranslations("reader.anonymity");
  const { assignment } = useReader();
  const id = useId();
  const { pseudonym } = assignment.viewer;
  const few = fewVoices(assignment, whom);
  return (
    <div className="border-t border-rule px-3 py-2">
      <label className="flex min-h-7 items-center gap-2 pointer-coarse:min-h-11">
        <input
          type="checkbox"
          checked={isChosen}
          onChange={(event) => onChoose(event.target.checked)}
          aria-describedby={id}
          className="size-4 accent-accent"
        />
        {t("label")}
      </label>
      <p id={id} className="ps-6 text-xs text-soft">
        {pseudonym ? t("as", { pseudonym }) : t("hint")}
        {isChosen && few !== null && (
          <strong className="mt-1 block font-medium text-ink">{t("few", { count: few })}</strong>
        )}
      </p>
    </div>
  );
}

interface AnonymityChoiceProps {
  isChosen: boolean;
  whom: ForWhom;
  onChoose: (isChosen: boolean) => void;
}
