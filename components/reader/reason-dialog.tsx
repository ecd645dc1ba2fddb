"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type RefObject, useId, useState } from "react";

import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { CONTROL } from "@/components/ui/control-style";
import { Dialog } from "@/components/ui/dialog";

const REASON_LIMIT = 1_000;

/** Asks why, before something is done for which somebody is owed a reason. */
export function ReasonDialog({ submit, onSubmit, isOpen, onOpenChange, ...window }: Props) {
  const t = useTranslations("reader.reason");
  const id = useId();
  const [isMissing, setMissing] = useState(false);
  const [isSending, setSending] = useState(false);

  async function send(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (isSending) return;
    const field = event.currentTarget.elements.namedItem("reason");
    if (!(field instanceof HTMLTextAreaElement)) return;
    const reason = field.value.trim();
    setMissing(reason === "");
    if (reason === "") {
      field.focus();
      return;
    }
    setSending(true);
    const isDone = await onSubmit(reason);
    setSending(false);
    if (isDone) onOpenChange(false);
  }

  return (
    <Dialog {...window} open={isOpen} onOpenChange={onOpenChange}>
      <form onSubmit={send} noValidate aria-busy={isSending} className="text-sm">
        <label htmlFor={id} className="mb-1 block font-medium">
          {t("label")}
        </label>
        <textarea
          id={id}
          name="reason"
          rows={3}
          maxLength={REASON_LIMIT}
          required
          aria-invalid={isMissing || undefined}
          aria-describedby={isMissing ? `${id}-problem` : undefined}
          className={classNames(CONTROL, "py-2")}
        />
        {isMissing && (
          <p id={`${id}-problem`} role="alert" className="mt-1 text-xs text-accent">
            {t("missing")}
          </p>
        )}
        <div className="mt-5 flex flex-wrap justify-end gap-3">
          <Button onClick={() => onOpenChange(false)}>{t("cancel")}</Button>
          <Button type="submit" variant="primary" aria-disabled={isSending}>
            {submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface Props {
  title: string;
  description: string;
  /** What the button says that does it. */
  submit: string;
  isOpen: boolean;
  onOpenChange(isOpen: boolean): void;
  finalFocus: RefObject<HTMLElement | null>;
  /** True when it was done; else the window stays, with what was typed. */
  onSubmit(reason: string): Promise<boolean>;
}
