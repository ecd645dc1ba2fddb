import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import { BareSelect } from "@/components/ui/select";
import type { ComparisonView } from "@/lib/revisions/comparing";

/** So many revisions are offered, the newest ones; others are reached by their address. */
const OFFERED = 100;

/** Which two revisions are compared; a plain form, so that the address says it. */
export function ComparePicker({ comparison, path }: { comparison: ComparisonView; path: string }) {
  const t = useTranslations("revisions.compare");
  const { earliest, present, from, to } = comparison;
  if (present === earliest) return null;
  const first = Math.max(earliest, present - OFFERED + 1);
  const numbers = Array.from({ length: present - first + 1 }, (_, index) => present - index);
  const options = numbers.map((number) => (
    <option key={number} value={number}>
      {t("revision", { number })}
    </option>
  ));
  return (
    <form action={path} className="flex flex-wrap items-center gap-2 text-sm">
      <BareSelect
        key={`from ${from.number}`}
        name="from"
        aria-label={t("from")}
        defaultValue={from.number}
      >
        {options}
      </BareSelect>
      <BareSelect key={`to ${to.number}`} name="to" aria-label={t("to")} defaultValue={to.number}>
        {options}
      </BareSelect>
      <Button type="submit">{t("compare")}</Button>
    </form>
  );
}
