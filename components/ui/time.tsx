import { useFormatter } from "next-intl";

/**
 * A date, with its time unless `isDay`, in the zone given. The same on server and client, because
 * nothing of it comes from the machine that renders it.
 */
export function Time({ iso, zone, isDay = false }: TimeProps) {
  const format = useFormatter();
  const date = new Date(iso);
  const text = format.dateTime(date, {
    timeZone: zone,
    weekday: isDay ? undefined : "short",
    day: "numeric",
    month: "short",
    year: isDay ? "numeric" : undefined,
    ...(isDay ? {} : { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
  });
  return <time dateTime={iso}>{text}</time>;
}

interface TimeProps {
  iso: string;
  zone: string;
  isDay?: boolean;
}
