import { useTranslations } from "next-intl";

/** What a text held that a reading cannot hold. */
export function Problems({ problems }: { problems: string[] }) {
  const t = useTranslations("library");
  if (problems.length === 0) return null;
  return (
    <div className="border-s-2 border-accent bg-wash px-4 py-3 text-sm">
      <p className="font-medium">{t("problems", { count: problems.length })}</p>
      <ul className="mt-1 list-disc ps-5 text-soft">
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </div>
  );
}
