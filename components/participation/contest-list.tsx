import { useTranslations } from "next-intl";

import { Form, type FormAction } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { Time } from "@/components/ui/time";
import type { ContestView } from "@/lib/participation/contests";

/** What was asked about a score and what was answered; for those who may, with the answer's form. */
export function ContestList({ contests, zone, answer }: ContestListProps) {
  const t = useTranslations("score");
  return (
    <ul>
      {contests.map((contest) => (
        <li key={contest.id} className="border-b border-rule py-4 text-sm">
          <p className="text-xs text-soft">
            {t.rich("asked", { time: () => <Time iso={contest.askedAt} zone={zone} /> })}
          </p>
          <p className="mt-1 wrap-anywhere whitespace-pre-line">{contest.reason}</p>
          {contest.answer !== null ? (
            <div className="mt-3 border-s-2 border-edge ps-3">
              {contest.answeredBy && (
                <p className="text-xs text-soft">{t("answered", { name: contest.answeredBy })}</p>
              )}
              <p className="mt-1 wrap-anywhere whitespace-pre-line">{contest.answer}</p>
            </div>
          ) : answer ? (
            <Form action={answer} labels={{ answer: t("answer") }} className="mt-3 space-y-3">
              <input type="hidden" name="contestId" value={contest.id} />
              <Textarea name="answer" rows={3} required />
              <SubmitButton variant="secondary">{t("answerSave")}</SubmitButton>
            </Form>
          ) : (
            <p className="mt-2 text-xs text-soft">{t("waits")}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

interface ContestListProps {
  contests: ContestView[];
  zone: string;
  answer?: FormAction | undefined;
}
