"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";

import { useChangePreferences, usePreference } from "@/components/preferences/preferences-provider";
import { Section } from "@/components/shell/section";
import { BareSelect } from "@/components/ui/select";
import { MAIL_TIMES } from "@/lib/preferences/schema";

const KINDS = [
  "mailReplies",
  "mailMentions",
  "mailAnswers",
  "mailFollowed",
  "mailNotices",
] as const;

/** Which mails somebody gets, by what they are about. The inbox itself always has everything. */
export function NotificationsSection({ isStaff, zone }: NotificationsSectionProps) {
  const t = useTranslations("settings.mail");
  return (
    <div id="notifications" className="scroll-mt-8">
      <Section title={t("title")}>
        <div className="mt-5 max-w-prose space-y-6 text-sm">
          <p className="text-soft">{t("lead")}</p>
          <div className="space-y-3">
            {KINDS.map((kind) => (
              <MailTime key={kind} kind={kind} />
            ))}
          </div>
          <MailHour zone={zone} />
          {isStaff && <MailSummary />}
        </div>
      </Section>
    </div>
  );
}

function MailTime({ kind }: { kind: (typeof KINDS)[number] }) {
  const t = useTranslations("settings.mail");
  const id = useId();
  const chosen = usePreference((preferences) => preferences[kind]);
  const change = useChangePreferences();
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
      <label htmlFor={id} className="font-medium">
        {t(kind)}
      </label>
      <BareSelect
        id={id}
        className="w-full sm:w-60"
        value={chosen}
        onChange={({ target }) => {
          const time = MAIL_TIMES.find((each) => each === target.value);
          if (time) change({ [kind]: time });
        }}
      >
        {MAIL_TIMES.map((time) => (
          <option key={time} value={time}>
            {t(`time.${time}`)}
          </option>
        ))}
      </BareSelect>
    </div>
  );
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

function MailHour({ zone }: { zone: string }) {
  const t = useTranslations("settings.mail");
  const id = useId();
  const chosen = usePreference(({ mailHour }) => mailHour);
  const change = useChangePreferences();
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
      <div>
        <label htmlFor={id} className="font-medium">
          {t("hour")}
        </label>
        <p id={`${id}-hint`} className="mt-0.5 text-xs text-soft">
          {t("hourHint", { zone: zone.replaceAll("_", " ") })}
        </p>
      </div>
      <BareSelect
        id={id}
        className="w-full sm:w-60"
        value={chosen}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => change({ mailHour: Number(target.value) })}
      >
        {HOURS.map((hour) => (
          <option key={hour} value={hour}>
            {`${String(hour).padStart(2, "0")}:00`}
          </option>
        ))}
      </BareSelect>
    </div>
  );
}

function MailSummary() {
  const t = useTranslations("settings.mail");
  const id = useId();
  const isOn = usePreference(({ mailSummary }) => mailSummary);
  const change = useChangePreferences();
  return (
    <div className="flex gap-3">
      <input
        id={id}
        type="checkbox"
        checked={isOn}
        onChange={({ target }) => change({ mailSummary: target.checked })}
        aria-describedby={`${id}-hint`}
        className="mt-0.5 size-4.5 shrink-0"
      />
      <div>
        <label htmlFor={id} className="font-medium">
          {t("summary")}
        </label>
        <p id={`${id}-hint`} className="mt-0.5 text-xs text-soft">
          {t("summaryHint")}
        </p>
      </div>
    </div>
  );
}

interface NotificationsSectionProps {
  /** They teach somewhere. */
  isStaff: boolean;
  /** Their time zone, in which the hour counts. */
  zone: string;
}
