import { ChevronLeft, ChevronRight } from "lucide-react";
import type { Route } from "next";
import { useTranslations } from "next-intl";

import { LinkButton } from "@/components/ui/link-button";

/** From person to person, in the order of the People list, with the notebook narrowed as it is. */
export function PersonSteps({ previous, next, addressOf }: PersonStepsProps) {
  const t = useTranslations("notebook");
  return (
    <nav aria-label={t("steps")} className="flex max-w-full flex-wrap gap-3">
      {previous && (
        <LinkButton
          href={addressOf(previous.id) as Route}
          aria-label={t("previousPerson", { name: previous.name })}
          className="max-w-56"
        >
          <ChevronLeft aria-hidden="true" className="size-4 shrink-0" />
          <span className="truncate">{previous.name}</span>
        </LinkButton>
      )}
      {next && (
        <LinkButton
          href={addressOf(next.id) as Route}
          aria-label={t("nextPerson", { name: next.name })}
          className="max-w-56"
        >
          <span className="truncate">{next.name}</span>
          <ChevronRight aria-hidden="true" className="size-4 shrink-0" />
        </LinkButton>
      )}
    </nav>
  );
}

interface PersonStepsProps {
  previous: { id: string; name: string } | null;
  next: { id: string; name: string } | null;
  addressOf: (userId: string) => string;
}
