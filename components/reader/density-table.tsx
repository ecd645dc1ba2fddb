import { useTranslations } from "next-intl";
import { memo } from "react";

import { type Stretch, stretchStart } from "./density";
import { beginningAt } from "./place-hint";

/** What the strip shows, as a table for those who do not see it: the stretches that have notes. */
export function DensityTable({ text, density }: DensityTableProps) {
  const t = useTranslations("reader.strip");
  const noted = density.flatMap((stretch, index) =>
    stretch.notes > 0 ? [{ ...stretch, index }] : [],
  );
  if (noted.length === 0) return null;
  return (
    <div className="sr-only">
      <table>
        <caption>{t("caption", { count: density.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("stretch")}</th>
            <th scope="col">{t("words")}</th>
            <th scope="col">{t("notes")}</th>
            <th scope="col">{t("unread")}</th>
          </tr>
        </thead>
        <tbody>
          {noted.map((stretch) => (
            <Row key={stretch.index} text={text} {...stretch} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Drawn again only where something changed. */
const Row = memo(function Row({ text, index, notes, unread }: RowProps) {
  return (
    <tr>
      <th scope="row">{index + 1}</th>
      <td>{beginningAt(text, stretchStart(text.length, index))}</td>
      <td>{notes}</td>
      <td>{unread}</td>
    </tr>
  );
});

interface RowProps extends Stretch {
  text: string;
  index: number;
}

interface DensityTableProps {
  text: string;
  density: readonly Stretch[];
}
