import { useTranslations } from "next-intl";

import type { AssignmentInsight } from "@/lib/insight/present";
import { BarCell } from "./bar-cell";

/** Where in the text people talk, ask, and are silent: one row for each part of it, in its order. */
export function PartTable({ assignmentId, parts }: PartTableProps) {
  const t = useTranslations("insight");
  const most = Math.max(0, ...parts.map(({ posts }) => posts));
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{t("partsCaption", { count: parts.length })}</caption>
      <thead className="text-start text-xs text-soft">
        <tr className="border-b border-rule">
          <th scope="col" className="py-2 text-start font-medium">
            {t("part")}
          </th>
          <th scope="col" className="py-2 ps-3 text-start font-medium">
            {t("posts")}
          </th>
          <th scope="col" className="py-2 ps-3 text-end font-medium whitespace-nowrap">
            {t("questions")}
          </th>
          <th scope="col" className="py-2 ps-3 text-end font-medium whitespace-nowrap">
            {t("open")}
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ beginning, posts, questions, open }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no name but their place
          <tr key={index} className="border-b border-rule">
            <th scope="row" className="py-1.5 text-start font-serif font-normal">
              <a
                href={`/read/${assignmentId}#:~:text=${fragmentOf(beginning)}`}
                className="line-clamp-2 wrap-anywhere hover:text-accent hover:underline"
              >
                {beginning}
              </a>
            </th>
            <BarCell value={posts} most={most} />
            <td className="py-1.5 ps-3 text-end tabular-nums">{questions || ""}</td>
            <td className="py-1.5 ps-3 text-end font-semibold text-accent tabular-nums">
              {open || ""}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What a browser looks for when it opens the page (WICG, Text Fragments). */
function fragmentOf(beginning: string): string {
  return encodeURIComponent(beginning.replace(/ …$/, "")).replaceAll("-", "%2D");
}

interface PartTableProps {
  assignmentId: string;
  parts: AssignmentInsight["parts"];
}
