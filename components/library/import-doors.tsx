"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";

import { Section } from "@/components/shell/section";
import { Button } from "@/components/ui/button";
import { CONTROL } from "@/components/ui/control-style";
import { Form, type FormAction } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { FILE_LIMIT, FILE_NAMES } from "@/lib/imports/schema";
import { sendFile } from "./send-file";

/** Two ways to bring in a text that is elsewhere: as a file, or from its address. */
export function ImportDoors({ fetchPage }: { fetchPage: FormAction }) {
  const t = useTranslations("imports");
  return (
    <div className="grid gap-x-14 gap-y-10 lg:grid-cols-2">
      <Section title={t("fromFile")}>
        <FileDoor />
      </Section>
      <Section title={t("fromWeb")}>
        <Form action={fetchPage} labels={{ address: t("address") }} className="mt-4 space-y-3">
          <Input
            name="address"
            type="url"
            inputMode="url"
            autoComplete="off"
            hint={t("addressHint")}
            required
          />
          <SubmitButton variant="secondary">{t("fetch")}</SubmitButton>
        </Form>
      </Section>
    </div>
  );
}

function FileDoor() {
  const t = useTranslations("imports");
  const router = useRouter();
  const id = useId();
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get("file");
    if (share !== null) return;
    if (!(file instanceof File) || file.size === 0) return setProblem(t("noFile"));
    if (file.size > FILE_LIMIT) return setProblem(t("largeFile"));
    setProblem(null);
    setShare(0);
    const sent = await sendFile(file, setShare);
    if ("id" in sent) router.push(`/library/imports/${sent.id}`);
    else {
      setShare(null);
      setProblem(sent.detail || t("unsent"));
    }
  }

  return (
    <form
      action="/api/v1/imports"
      method="post"
      encType="multipart/form-data"
      onSubmit={send}
      aria-busy={share !== null}
      className="mt-4 space-y-3"
      noValidate
    >
      <div className="flex flex-col gap-1.5">
        <label htmlFor={id} className="text-sm font-medium">
          {t("file")}
        </label>
        <input
          id={id}
          type="file"
          name="file"
          accept={FILE_NAMES}
          aria-describedby={`${id}-hint ${id}-problem`}
          aria-invalid={problem ? true : undefined}
          className={`${CONTROL} min-h-10 w-full py-1.5 text-sm file:me-3 file:border-0 file:bg-transparent file:font-medium file:text-ink pointer-coarse:min-h-11`}
          required
        />
        <p id={`${id}-problem`} role="alert" className="text-xs text-accent">
          {problem}
        </p>
        <p id={`${id}-hint`} className="text-xs text-soft">
          {t("fileHint")}
        </p>
      </div>
      {share !== null && (
        <progress
          aria-label={t("sending")}
          className="h-2 w-full accent-accent"
          max={1}
          value={share}
        />
      )}
      <Button type="submit" aria-disabled={share !== null}>
        {t("take")}
      </Button>
    </form>
  );
}
