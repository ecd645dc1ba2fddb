import { useTranslations } from "next-intl";

import { BareSelect } from "@/components/ui/select";
import { audienceChoices, audienceKey, type ForWhom } from "./audience-choice";
import { useReader } from "./reader-context";

/** Whom something is for, among those whom its writer can choose. */
export function AudienceSelect({ value, onChoose, className }: AudienceSelectProps) {
  const t = useTranslations("reader");
  const { assignment } = useReader();
  const choices = audienceChoices(assignment);

  function labelOf({ audience, groupId }: ForWhom): string {
    const group = assignment.groups.find(({ id }) => id === groupId);
    const isOwn = assignment.viewer.role === "STUDENT";
    return group && !isOwn ? t("groupNamed", { name: group.name }) : t(`audience.${audience}`);
  }

  return (
    <BareSelect
      aria-label={t("audienceLabel")}
      className={className}
      value={audienceKey(value)}
      onChange={(event) => {
        const chosen = choices.find((each) => audienceKey(each) === event.target.value);
        if (chosen) onChoose(chosen);
      }}
    >
      {choices.map((each) => (
        <option key={audienceKey(each)} value={audienceKey(each)}>
          {labelOf(each)}
        </option>
      ))}
    </BareSelect>
  );
}

interface AudienceSelectProps {
  value: ForWhom;
  onChoose: (whom: ForWhom) => void;
  className?: string;
}
