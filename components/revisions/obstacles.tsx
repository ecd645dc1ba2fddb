import { useTranslations } from "next-intl";

import type { PublishPreview } from "@/lib/revisions/publishing";

/** What keeps a draft from being published, in words. */
export function Obstacles({ obstacles }: { obstacles: PublishPreview["obstacles"] }) {
  const t = useTranslations("errors");
  const { isSame, isEmpty, foreignImages, figuresWithoutWords, looseFootnotes } = obstacles;
  const problems = [
    ...(isSame ? [t("revisionSame")] : []),
    ...(isEmpty ? [t("readingEmpty")] : []),
    ...(foreignImages > 0 ? [t("foreignImages", { count: foreignImages })] : []),
    ...(figuresWithoutWords > 0 ? [t("figuresWithoutWords", { count: figuresWithoutWords })] : []),
    ...(looseFootnotes.length > 0
      ? [t("looseFootnotes", { notes: looseFootnotes.join(", ") })]
      : []),
  ];
  if (problems.length === 0) return null;
  return (
    <ul className="mb-8 space-y-1 border-s-2 border-accent bg-wash px-4 py-3 text-sm">
      {problems.map((problem) => (
        <li key={problem}>{problem}</li>
      ))}
    </ul>
  );
}
