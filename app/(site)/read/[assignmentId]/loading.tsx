import { useTranslations } from "next-intl";

import { Skeleton } from "@/components/ui/skeleton";

const LINES = ["w-full", "w-11/12", "w-[98%]", "w-10/12", "w-[99%]", "w-7/12"];

export default function Loading() {
  const t = useTranslations("reader");
  return (
    <div className="reader" role="status" aria-label={t("loading")}>
      <div className="reader-body">
        <div className="reader-head space-y-3">
          <Skeleton className="h-3 w-32" />
          <Skeleton className="h-9 w-4/5" />
          <Skeleton className="h-4 w-40" />
        </div>
        {["first", "second", "third"].map((paragraph) => (
          <div key={paragraph} className="mb-8 space-y-3">
            {LINES.map((width) => (
              <Skeleton key={width} className={width} />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
