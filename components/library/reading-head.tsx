import { useTranslations } from "next-intl";

/** Title, author and source, as they stand above a text. */
export function ReadingHead({ title, author, source, language }: ReadingHeadProps) {
  const t = useTranslations("library");
  return (
    <div lang={language || undefined} className="max-w-[40rem]">
      <p className="font-serif text-2xl font-medium wrap-anywhere md:text-3xl">
        {title || t("untitled")}
      </p>
      {author && <p className="mt-2 font-serif text-lg text-soft wrap-anywhere">{author}</p>}
      {source && <p className="mt-1 text-xs text-soft wrap-anywhere">{source}</p>}
    </div>
  );
}

interface ReadingHeadProps {
  title: string;
  author: string;
  source: string;
  language: string;
}
