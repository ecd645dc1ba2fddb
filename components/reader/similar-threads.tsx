import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import type { SimilarThread } from "@/lib/annotations/similar";

/** Offers to go on in a thread that asks the same, instead of beginning another. */
export function SimilarThreads({ threads, onJoin }: SimilarThreadsProps) {
  const t = useTranslations("reader.similar");
  return (
    <section aria-label={t("name")} className="border-t border-rule bg-wash px-3 py-2 text-xs">
      <p className="font-medium" role="status">
        {t("offer", { count: threads.length })}
      </p>
      <ul>
        {threads.map(({ id, author, words, isAnswered }) => (
          <li key={id} className="mt-1.5 flex items-start gap-2">
            <p className="line-clamp-3 min-w-0 flex-1 wrap-anywhere">
              {author && <b className="font-medium">{author.name}: </b>}
              {words}
              {isAnswered && <span className="text-soft"> · {t("answered")}</span>}
            </p>
            <Button
              size="sm"
              aria-label={t("joinThread", { name: author?.name ?? "", words })}
              onClick={() => onJoin(id)}
            >
              {t("join")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface SimilarThreadsProps {
  threads: SimilarThread[];
  onJoin: (annotationId: string) => void;
}
