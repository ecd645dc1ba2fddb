import { useTranslations } from "next-intl";

import { AppearanceControls } from "@/components/preferences/appearance-controls";
import { Section } from "@/components/shell/section";

/** How readings look, and beside it a few lines that look so. */
export function AppearanceSection() {
  const t = useTranslations("settings");
  return (
    <Section title={t("appearance")}>
      <div className="mt-5 grid gap-x-12 gap-y-8 md:grid-cols-[20rem_minmax(0,1fr)]">
        <div className="text-sm">
          <AppearanceControls />
        </div>
        <figure className="min-w-0">
          <figcaption className="mb-2 text-xs text-soft">{t("sample")}</figcaption>
          <div className="reading-text">
            <p>{t("sampleText")}</p>
          </div>
        </figure>
      </div>
    </Section>
  );
}
