import "server-only";

import type { ZodError, z } from "zod";

import type { ErrorKey, ErrorValues } from "@/lib/errors";
import messages from "@/messages/en.json";

/** What is wrong with one field, as a sentence of `errors` with its values. */
export interface FieldIssue {
  field: string;
  key: ErrorKey;
  values: ErrorValues;
}

/**
 * What zod found wrong, one issue a field, in the order of the input.
 *
 * A schema may give one of our keys as the message of a check; every other issue is told by
 * its kind, so that no English of zod's reaches a person.
 */
export function describeIssues(error: ZodError): FieldIssue[] {
  const byField = new Map<string, FieldIssue>();
  for (const issue of error.issues) {
    const described = describeIssue(issue);
    if (!byField.has(described.field)) byField.set(described.field, described);
  }
  return [...byField.values()];
}

function describeIssue(issue: z.core.$ZodIssue): FieldIssue {
  const field = issue.path.join(".");
  if (issue.code === "unrecognized_keys") {
    const unknown = [...issue.path, issue.keys[0] ?? ""].join(".");
    return { field: unknown, key: "unknownField", values: { field: unknown } };
  }
  const values: ErrorValues = {};
  if (issue.code === "too_big") values.maximum = Number(issue.maximum);
  if (issue.code === "too_small") values.minimum = Number(issue.minimum);
  return { field, key: keyOf(issue), values };
}

function keyOf(issue: z.core.$ZodIssue): ErrorKey {
  if (isErrorKey(issue.message)) return issue.message;
  if (issue.code === "too_small") return "required";
  if (issue.code === "too_big" && issue.origin === "string") return "tooLong";
  // zod leaves the input itself out of its issues; what it received it tells in words alone.
  if (issue.code === "invalid_type" && issue.message.endsWith("received undefined")) {
    return "required";
  }
  if (issue.code === "invalid_format" && issue.format === "uuid") return "wrongId";
  return "wrongValue";
}

function isErrorKey(text: string): text is ErrorKey {
  return Object.hasOwn(messages.errors, text);
}
