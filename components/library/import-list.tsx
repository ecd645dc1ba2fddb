import Link from "next/link";
import { useTranslations } from "next-intl";

import { Section } from "@/components/shell/section";

/** What is on its way into the library, with the way back to it. */
export function ImportList({ imports }: { imports: ListedImport[] }) {
  const t = useTranslations("imports");
  if (imports.length === 0) return null;
  return (
    <Section title={t("waiting")} className="mb-10">
      <ul>
        {imports.map(({ id, name, state }) => (
          <li
            key={id}
            className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1 border-b border-rule py-3 text-sm pointer-coarse:py-4"
          >
            <Link href={`/library/imports/${id}`} className="prose-link min-w-0 wrap-anywhere">
              {name}
            </Link>
            <span className="text-xs text-soft">{t(`state.${state}`)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface ListedImport {
  id: string;
  name: string;
  state: "WAITING" | "WORKING" | "READY" | "FAILED";
}
