import { useTranslations } from "next-intl";

import { Form, type FormAction } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";

/** What can be done with a comment that waits: let in or left as it is, or hidden with a reason. */
export function QueueDecision({ commentId, isHeld, actions }: QueueDecisionProps) {
  const t = useTranslations("moderation");
  const field = <input type="hidden" name="commentId" value={commentId} />;
  return (
    <div className="mt-3 flex flex-wrap items-start gap-x-3 gap-y-2">
      <Form action={isHeld ? actions.approve : actions.dismiss} undo={actions.undo}>
        {field}
        <SubmitButton variant="secondary" size="sm">
          {t(isHeld ? "approve" : "dismiss")}
        </SubmitButton>
      </Form>
      <details className="min-w-0 flex-1">
        <summary className="inline-flex min-h-8 cursor-pointer items-center px-2 text-xs text-soft hover:text-ink pointer-coarse:min-h-11">
          {t("hideWithReason")}
        </summary>
        <Form
          action={actions.hide}
          undo={actions.undo}
          labels={{ reason: t("reason") }}
          className="mt-2 space-y-3"
        >
          {field}
          <Input name="reason" maxLength={1000} hint={t("reasonHint")} required />
          <SubmitButton variant="secondary" size="sm">
            {t("hide")}
          </SubmitButton>
        </Form>
      </details>
    </div>
  );
}

/** What is decided of a comment in the queue. */
export interface QueueActions {
  approve: FormAction;
  hide: FormAction;
  dismiss: FormAction;
  /** Takes the last of these back. */
  undo: FormAction;
}

interface QueueDecisionProps {
  commentId: string;
  isHeld: boolean;
  actions: QueueActions;
}
