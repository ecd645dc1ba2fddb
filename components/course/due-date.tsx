import { useFormatter, useTranslations } from "next-intl";

import { Time } from "@/components/ui/time";

/** When something is due: in the reader's zone, and named in the zone in which it is meant. */
export function DueDate({ iso, zone, courseZone }: DueDateProps) {
  const t = useTranslations("shell");
  const format = useFormatter();
  const date = new Date(iso);
  const clock = (timeZone: string) =>
    format.dateTime(date, {
      timeZone,
      weekday: "short",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
  const meant = t("zoneTime", { city: cityOf(courseZone) });
  const isSame = clock(zone) === clock(courseZone);
  return (
    <span>
      <Time iso={iso} zone={zone} />{" "}
      <span className="text-faint">
        {isSame ? meant : t("meantAs", { clock: clock(courseZone), zone: meant })}
      </span>
    </span>
  );
}

/** The place that a zone of the IANA list is named after. */
export function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
}

interface DueDateProps {
  iso: string;
  /** The reader's. */
  zone: string;
  courseZone: string;
}
