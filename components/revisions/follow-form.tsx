"use client";

import type { Route } from "next";
import { useTranslations } from "next-intl";

import { Form, type FormAction } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FollowView } from "@/lib/revisions/pinning";
import { AssignmentForecastView } from "./assignment-forecast";

/** Whether an assignment follows the newest revision of its reading, or stays with its own. */
export function FollowForm({ action, following }: FollowFormProps) {
  const t = useTranslations("revisions.follow");
  const { assignmentId, courseId, title, isPinned, number, newestNumber, forecast } = following;
  return (
    <Form action={action} className="mt-6 space-y-6">
      <input type="hidden" name="assignmentId" value={assignmentId} />
      <input type="hidden" name="isPinned" value={String(!isPinned)} />
      <h3 className="font-serif text-xl wrap-anywhere">{title}</h3>
      <p>{t(isPinned ? "pinned" : "follows", { number })}</p>
      <p className="text-sm text-soft">
        {t(isPinned ? "pinnedText" : "followsText", { number, newest: newestNumber })}
      </p>
      {isPinned && forecast && (
        <AssignmentForecastView
          forecast={forecast}
          path={`/courses/${courseId}/revisions/${assignmentId}`}
        />
      )}
      <div className="flex flex-wrap justify-end gap-3 border-t border-rule pt-5">
        <LinkButton href={`/courses/${courseId}` as Route} variant="quiet">
          {t("cancel")}
        </LinkButton>
        <SubmitButton>{t(isPinned ? "follow" : "pin", { number })}</SubmitButton>
      </div>
    </Form>
  );
}

interface FollowFormProps {
  action: FormAction;
  following: FollowView;
}
