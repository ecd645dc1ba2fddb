import { useTranslations } from "next-intl";

import { Section } from "@/components/shell/section";
import type { AssignmentInsight } from "@/lib/insight/present";

/** How many students have begun, and who has not. */
export function Begun({ insight: { people, begun, notBegun } }: { insight: AssignmentInsight }) {
  const t = useTranslations("insight");
  const missing = people - begun;
  return (
    <Section title={t("begun")} aside={t("begunOf", { begun, people })}>
      {missing === 0 ? (
        <p className="mt-3 text-sm text-soft">{t(people === 0 ? "nobodyThere" : "allBegun")}</p>
      ) : (
        <>
          <p className="mt-3 text-sm text-soft">{t("notBegun", { count: missing })}</p>
          <ul className="mt-2 max-h-72 space-y-1 overflow-y-auto text-sm">
            {notBegun.map(({ userId, name }) => (
              <li key={userId} className="wrap-anywhere">
                {name}
              </li>
            ))}
          </ul>
          {notBegun.length < missing && (
            <p className="mt-2 text-xs text-soft">
              {t("andMore", { count: missing - notBegun.length })}
            </p>
          )}
        </>
      )}
    </Section>
  );
}
