import { useTranslations } from "next-intl";

import { buttonStyle } from "@/components/ui/button-style";
import { FORMATS, type NotebookQuery } from "@/lib/notebook/schema";
import { notebookAddress } from "./notebook-address";

/** The notebook as it is narrowed, as a file: the browser's own disclosure, with links. */
export function ExportMenu({ address, query }: { address: string; query: NotebookQuery }) {
  const t = useTranslations("notebook");
  const { cursor: _, sort: __, ...narrowed } = query;
  return (
    <details className="relative">
      <summary className={`${buttonStyle()} cursor-pointer list-none`}>{t("export")}</summary>
      <ul className="absolute inset-e-0 z-20 mt-1.5 min-w-64 rounded-md border border-rule bg-raised py-1.5 text-sm shadow-float">
        {FORMATS.map((format) => (
          <li key={format}>
            <a
              href={notebookAddress(address, narrowed, { format })}
              download
              className="flex min-h-9 items-center px-3 hover:bg-touched pointer-coarse:min-h-11"
            >
              {t("format", { format })}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
