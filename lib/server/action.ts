import "server-only";

import { unstable_rethrow } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ZodError, type z } from "zod";

import { Refusal } from "@/lib/errors";
import { log } from "@/lib/log";
import { describeIssues } from "./issues";

/** What a form shows after it was sent: success, or what is wrong and everything typed so far. */
export interface FormState {
  ok?: boolean;
  /** A sentence about the whole form. */
  message?: string;
  /** A sentence a field, by field name. */
  errors?: Record<string, string>;
  /** What was typed, so that a refused form comes back filled in; passwords never. */
  values?: Record<string, string>;
}

/**
 * Makes a server action for `useActionState` from a schema and what to do with its output.
 *
 * Refusals and wrong fields become sentences in the form, without losing what was typed, with
 * and without JavaScript. Next's redirects pass through. Bugs are logged once with a number
 * that the person is shown.
 */
export function action<Schema extends z.ZodType>(
  schema: Schema,
  handler: (input: z.output<Schema>) => Promise<Pick<FormState, "message">> | Promise<void>,
) {
  return async (_state: FormState, form: FormData): Promise<FormState> => {
    const typed = typedValues(form);
    try {
      const input = schema.parse(Object.fromEntries(typed));
      return { ok: true, ...(await handler(input)) };
    } catch (error) {
      unstable_rethrow(error);
      const refused = await explain(error);
      return { ok: false, ...refused, values: withoutSecrets(typed) };
    }
  };
}

async function explain(error: unknown): Promise<Pick<FormState, "message" | "errors">> {
  const t = await getTranslations("errors");
  if (error instanceof ZodError) {
    const errors = describeIssues(error).map(({ field, key, values }) => [field, t(key, values)]);
    return { errors: Object.fromEntries(errors) };
  }
  if (error instanceof Refusal) {
    const sentence = t(error.key, error.details.values);
    const { field } = error.details;
    return field ? { errors: { [field]: sentence } } : { message: sentence };
  }
  const requestId = crypto.randomUUID();
  log.error({ err: error, requestId }, "server action failed");
  return { message: t("unexpected", { requestId }) };
}

/** Text fields as typed; Next's own fields and files left out. */
function typedValues(form: FormData): [string, string][] {
  return [...form].flatMap(([name, value]) =>
    typeof value === "string" && !name.startsWith("$ACTION") ? [[name, value]] : [],
  );
}

function withoutSecrets(typed: [string, string][]): Record<string, string> {
  return Object.fromEntries(typed.filter(([name]) => !/password/i.test(name)));
}
