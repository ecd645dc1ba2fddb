import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { Note } from "./specimen-note";
import "./specimen.css";

/** A page with a margin, to show what the product is: real text, real marks, nothing to press. */
export function Specimen() {
  const t = useTranslations("landing");
  return (
    <figure aria-label={t("specimen")} className="specimen">
      <div className="specimen-page">
        <p className="mb-4 text-center font-serif text-lg italic">{t("specimenTitle")}</p>
        <div className="specimen-text">
          <p>
            {t.rich("specimenFirst", {
              comment: (words) => <Passage pair="comment" words={words} kind="COMMENT" />,
            })}
          </p>
          <p>
            {t.rich("specimenSecond", {
              own: (words) => <Passage pair="own" words={words} kind="HIGHLIGHT" isPrivate />,
              question: (words) => <Passage pair="question" words={words} kind="QUESTION" />,
              highlight: (words) => (
                <Passage pair="none" words={words} kind="HIGHLIGHT" depth="2" />
              ),
            })}
          </p>
          <p>{t("specimenThird")}</p>
        </div>
      </div>
      <div className="specimen-margin">
        <Note pair="comment" kind="comment" label={t("noteKindComment")}>
          <Post by={t("noteCommentBy")} text={t("noteComment")} />
          <Post by={t("noteCommentReplyBy")} text={t("noteCommentReply")} isReply />
        </Note>
        <Note pair="own" kind="private" label={t("noteKindPrivate")}>
          <p>{t("notePrivate")}</p>
        </Note>
        <Note pair="question" kind="question" label={t("noteKindQuestion")}>
          <Post by={t("noteQuestionBy")} text={t("noteQuestion")} />
          <Post by={t("noteQuestionReplyBy")} text={t("noteQuestionReply")} isReply />
        </Note>
      </div>
    </figure>
  );
}

function Passage({ pair, words, kind, depth = "1", isPrivate }: PassageProps) {
  return (
    <mark
      className="annotation"
      data-pair={pair}
      data-kind={kind}
      data-depth={depth}
      data-private={isPrivate ? "" : undefined}
    >
      {words}
    </mark>
  );
}

function Post({ by, text, isReply = false }: { by: string; text: string; isReply?: boolean }) {
  return (
    <div className={isReply ? "mt-2 border-s border-rule ps-3" : undefined}>
      <p className="text-xs font-semibold">{by}</p>
      <p>{text}</p>
    </div>
  );
}

interface PassageProps {
  pair: string;
  words: ReactNode;
  kind: "HIGHLIGHT" | "COMMENT" | "QUESTION";
  depth?: "1" | "2";
  isPrivate?: boolean;
}
