"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";

import { approveComment, hideComment } from "@/lib/annotations/moderation";
import { dismissReports } from "@/lib/annotations/reports";
import { decideForm, hideForm, undoForm } from "@/lib/annotations/schema";
import { undoDecision } from "@/lib/annotations/undo-decision";
import { requireUser } from "@/lib/auth/session";
import { action } from "@/lib/server/action";

export const approveAction = action(decideForm, async ({ commentId }) => {
  const user = await requireUser();
  await approveComment(user.id, commentId);
  return done("approved");
});

export const hideAction = action(hideForm, async ({ commentId, reason }) => {
  const user = await requireUser();
  await hideComment(user.id, commentId, { reason });
  return done("hidden");
});

export const dismissAction = action(decideForm, async ({ commentId }) => {
  const user = await requireUser();
  await dismissReports(user.id, commentId);
  return done("dismissed");
});

export const undoAction = action(undoForm, async ({ commentId }) => {
  const user = await requireUser();
  await undoDecision(user.id, commentId);
  return done("undone");
});

async function done(sentence: "approved" | "hidden" | "dismissed" | "undone") {
  refresh();
  const t = await getTranslations("moderation");
  return { message: t(sentence) };
}
