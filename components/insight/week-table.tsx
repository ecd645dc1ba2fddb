import { useFormatter, useTranslations } from "next-intl";

import type { Week } from "@/lib/insight/present";
import { BarCell } from "./bar-cell";

/** A course's weeks: how much was said in each, and by how many. */
export function WeekTable({ weeks }: { weeks: Week[] }) {
  const t = useTranslations("insight");
  const format = useFormatter();
  const most = Math.max(0, ...weeks.map(({ posts }) => posts));
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{t("weeks")}</caption>
      <thead className="text-xs text-soft">
        <tr className="border-b border-rule">
          <th scope="col" className="py-2 text-start font-medium">
            {t("week")}
          </th>
          <th scope="col" className="py-2 ps-3 text-start font-medium">
            {t("posts")}
          </th>
          <th scope="col" className="py-2 ps-3 text-end font-medium">
            {t("people")}
          </th>
        </tr>
      </thead>
      <tbody>
        {weeks.map(({ monday, posts, voices }) => (
          <tr key={monday} className="border-b border-rule">
            <th scope="row" className="py-1.5 text-start font-normal whitespace-nowrap">
              {t("weekOf", {
                date: format.dateTime(new Date(`${monday}T00:00:00Z`), {
                  timeZone: "UTC",
                  day: "numeric",
                  month: "short",
                }),
              })}
            </th>
            <BarCell value={posts} most={most} />
            <td className="py-1.5 ps-3 text-end tabular-nums">{voices}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
