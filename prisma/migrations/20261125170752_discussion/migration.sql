-- CreateEnum
CREATE TYPE "FollowState" AS ENUM ('FOLLOWED', 'MUTED');

-- CreateEnum
CREATE TYPE "NotificationKind" AS ENUM ('REPLY', 'MENTION', 'ANSWER', 'PRIVATE_REPLY', 'FOLLOWED', 'HIDDEN', 'APPROVED', 'HELD', 'REPORTED', 'NEEDS_INSTRUCTOR');

-- CreateEnum
CREATE TYPE "DeliveryKind" AS ENUM ('NOTICE', 'DIGEST');

-- CreateEnum
CREATE TYPE "ReportState" AS ENUM ('OPEN', 'DECIDED');

-- CreateEnum
CREATE TYPE "ReportOutcome" AS ENUM ('DISMISSED', 'HIDDEN', 'REMOVED');

-- AlterEnum
ALTER TYPE "Audience" ADD VALUE 'GROUP';

-- AlterEnum
ALTER TYPE "EventType" ADD VALUE 'ASSIGNMENT';

-- AlterTable
ALTER TABLE "annotation" ADD COLUMN     "answer_id" UUID,
ADD COLUMN     "group_id" UUID,
ADD COLUMN     "held_at" TIMESTAMPTZ(3),
ADD COLUMN     "is_anonymous" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "locked_at" TIMESTAMPTZ(3),
ADD COLUMN     "locked_by_id" UUID,
ADD COLUMN     "merged_at" TIMESTAMPTZ(3),
ADD COLUMN     "merged_into_id" UUID,
ADD COLUMN     "needs_instructor_at" TIMESTAMPTZ(3),
ADD COLUMN     "pinned_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "assignment" ADD COLUMN     "anonymity_allowed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "audience_default" "Audience" NOT NULL DEFAULT 'COURSE',
ADD COLUMN     "is_paused" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "word_minimum" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "held_at" TIMESTAMPTZ(3),
ADD COLUMN     "hidden_at" TIMESTAMPTZ(3),
ADD COLUMN     "hidden_by_id" UUID,
ADD COLUMN     "hidden_reason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "is_anonymous" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "merged_from_id" UUID,
ADD COLUMN     "picked_at" TIMESTAMPTZ(3),
ADD COLUMN     "private_to_id" UUID,
ADD COLUMN     "vote_count" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "course" ADD COLUMN     "feed_secret" TEXT,
ADD COLUMN     "holds_first_posts" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "tags_only" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "group" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_membership" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "group_membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "course_tag" (
    "course_id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "course_tag_pkey" PRIMARY KEY ("course_id","name")
);

-- CreateTable
CREATE TABLE "pseudonym" (
    "assignment_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "key" UUID NOT NULL,

    CONSTRAINT "pseudonym_pkey" PRIMARY KEY ("assignment_id","user_id")
);

-- CreateTable
CREATE TABLE "vote" (
    "comment_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "vote_pkey" PRIMARY KEY ("comment_id","user_id")
);

-- CreateTable
CREATE TABLE "saved" (
    "user_id" UUID NOT NULL,
    "annotation_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_pkey" PRIMARY KEY ("user_id","annotation_id")
);

-- CreateTable
CREATE TABLE "comment_tag" (
    "comment_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "assignment_id" UUID NOT NULL,

    CONSTRAINT "comment_tag_pkey" PRIMARY KEY ("comment_id","name")
);

-- CreateTable
CREATE TABLE "mention" (
    "comment_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "mention_pkey" PRIMARY KEY ("comment_id","user_id")
);

-- CreateTable
CREATE TABLE "comment_image" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "comment_id" UUID,
    "hash" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "alt" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "comment_image_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "thread_seen" (
    "user_id" UUID NOT NULL,
    "annotation_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "thread_seen_pkey" PRIMARY KEY ("user_id","annotation_id")
);

-- CreateTable
CREATE TABLE "draft" (
    "user_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "place" VARCHAR(200) NOT NULL,
    "body" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("user_id","assignment_id","place")
);

-- CreateTable
CREATE TABLE "follow" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "annotation_id" UUID,
    "assignment_id" UUID,
    "person_id" UUID,
    "state" "FollowState" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "follow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_mute" (
    "user_id" UUID NOT NULL,
    "voice_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_mute_pkey" PRIMARY KEY ("user_id","voice_id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" "NotificationKind" NOT NULL,
    "assignment_id" UUID NOT NULL,
    "annotation_id" UUID NOT NULL,
    "comment_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" "DeliveryKind" NOT NULL,
    "message_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL,
    "reporter_id" UUID NOT NULL,
    "annotation_id" UUID NOT NULL,
    "comment_id" UUID,
    "reason" TEXT NOT NULL,
    "state" "ReportState" NOT NULL DEFAULT 'OPEN',
    "outcome" "ReportOutcome",
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "target_type" TEXT NOT NULL,
    "target_id" UUID NOT NULL,
    "course_id" UUID,
    "details" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "group_course_id_position_idx" ON "group"("course_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "group_course_id_name_key" ON "group"("course_id", "name");

-- CreateIndex
CREATE INDEX "group_membership_group_id_left_at_idx" ON "group_membership"("group_id", "left_at");

-- CreateIndex
CREATE INDEX "group_membership_user_id_left_at_idx" ON "group_membership"("user_id", "left_at");

-- CreateIndex
CREATE UNIQUE INDEX "pseudonym_key_key" ON "pseudonym"("key");

-- CreateIndex
CREATE INDEX "pseudonym_user_id_idx" ON "pseudonym"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "pseudonym_assignment_id_name_key" ON "pseudonym"("assignment_id", "name");

-- CreateIndex
CREATE INDEX "vote_user_id_idx" ON "vote"("user_id");

-- CreateIndex
CREATE INDEX "saved_user_id_created_at_idx" ON "saved"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "saved_annotation_id_idx" ON "saved"("annotation_id");

-- CreateIndex
CREATE INDEX "comment_tag_assignment_id_name_idx" ON "comment_tag"("assignment_id", "name");

-- CreateIndex
CREATE INDEX "mention_user_id_idx" ON "mention"("user_id");

-- CreateIndex
CREATE INDEX "comment_image_assignment_id_idx" ON "comment_image"("assignment_id");

-- CreateIndex
CREATE INDEX "comment_image_comment_id_idx" ON "comment_image"("comment_id");

-- CreateIndex
CREATE INDEX "comment_image_user_id_comment_id_created_at_idx" ON "comment_image"("user_id", "comment_id", "created_at");

-- CreateIndex
CREATE INDEX "thread_seen_annotation_id_idx" ON "thread_seen"("annotation_id");

-- CreateIndex
CREATE INDEX "draft_assignment_id_idx" ON "draft"("assignment_id");

-- CreateIndex
CREATE INDEX "follow_annotation_id_idx" ON "follow"("annotation_id");

-- CreateIndex
CREATE INDEX "follow_assignment_id_idx" ON "follow"("assignment_id");

-- CreateIndex
CREATE INDEX "follow_person_id_idx" ON "follow"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "follow_user_id_annotation_id_key" ON "follow"("user_id", "annotation_id");

-- CreateIndex
CREATE UNIQUE INDEX "follow_user_id_assignment_id_key" ON "follow"("user_id", "assignment_id");

-- CreateIndex
CREATE UNIQUE INDEX "follow_user_id_person_id_key" ON "follow"("user_id", "person_id");

-- CreateIndex
CREATE INDEX "notification_user_id_done_at_created_at_idx" ON "notification"("user_id", "done_at", "created_at");

-- CreateIndex
CREATE INDEX "notification_user_id_read_at_idx" ON "notification"("user_id", "read_at");

-- CreateIndex
CREATE INDEX "notification_mailed_at_created_at_idx" ON "notification"("mailed_at", "created_at");

-- CreateIndex
CREATE INDEX "notification_assignment_id_idx" ON "notification"("assignment_id");

-- CreateIndex
CREATE INDEX "notification_annotation_id_idx" ON "notification"("annotation_id");

-- CreateIndex
CREATE INDEX "notification_comment_id_idx" ON "notification"("comment_id");

-- CreateIndex
CREATE UNIQUE INDEX "notification_user_id_kind_comment_id_key" ON "notification"("user_id", "kind", "comment_id");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_message_key_key" ON "delivery"("message_key");

-- CreateIndex
CREATE INDEX "delivery_user_id_kind_created_at_idx" ON "delivery"("user_id", "kind", "created_at");

-- CreateIndex
CREATE INDEX "report_state_created_at_idx" ON "report"("state", "created_at");

-- CreateIndex
CREATE INDEX "report_annotation_id_idx" ON "report"("annotation_id");

-- CreateIndex
CREATE INDEX "report_comment_id_idx" ON "report"("comment_id");

-- CreateIndex
CREATE INDEX "report_decided_by_id_idx" ON "report"("decided_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_reporter_id_comment_id_key" ON "report"("reporter_id", "comment_id");

-- CreateIndex
CREATE INDEX "audit_entry_course_id_created_at_idx" ON "audit_entry"("course_id", "created_at");

-- CreateIndex
CREATE INDEX "audit_entry_actor_id_created_at_idx" ON "audit_entry"("actor_id", "created_at");

-- CreateIndex
CREATE INDEX "audit_entry_target_id_created_at_idx" ON "audit_entry"("target_id", "created_at");

-- CreateIndex
CREATE INDEX "annotation_group_id_idx" ON "annotation"("group_id");

-- CreateIndex
CREATE INDEX "annotation_answer_id_idx" ON "annotation"("answer_id");

-- CreateIndex
CREATE INDEX "annotation_merged_into_id_idx" ON "annotation"("merged_into_id");

-- CreateIndex
CREATE INDEX "comment_private_to_id_idx" ON "comment"("private_to_id");

-- CreateIndex
CREATE INDEX "comment_merged_from_id_idx" ON "comment"("merged_from_id");

-- CreateIndex
CREATE INDEX "comment_assignment_id_held_at_idx" ON "comment"("assignment_id", "held_at");

-- CreateIndex
CREATE UNIQUE INDEX "course_feed_secret_key" ON "course"("feed_secret");

-- AddForeignKey
ALTER TABLE "group" ADD CONSTRAINT "group_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_membership" ADD CONSTRAINT "group_membership_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_membership" ADD CONSTRAINT "group_membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_tag" ADD CONSTRAINT "course_tag_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pseudonym" ADD CONSTRAINT "pseudonym_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pseudonym" ADD CONSTRAINT "pseudonym_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_answer_id_fkey" FOREIGN KEY ("answer_id") REFERENCES "comment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "annotation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_private_to_id_fkey" FOREIGN KEY ("private_to_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_merged_from_id_fkey" FOREIGN KEY ("merged_from_id") REFERENCES "annotation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote" ADD CONSTRAINT "vote_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote" ADD CONSTRAINT "vote_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved" ADD CONSTRAINT "saved_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved" ADD CONSTRAINT "saved_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_tag" ADD CONSTRAINT "comment_tag_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_tag" ADD CONSTRAINT "comment_tag_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_image" ADD CONSTRAINT "comment_image_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_image" ADD CONSTRAINT "comment_image_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_image" ADD CONSTRAINT "comment_image_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_seen" ADD CONSTRAINT "thread_seen_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_seen" ADD CONSTRAINT "thread_seen_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow" ADD CONSTRAINT "follow_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow" ADD CONSTRAINT "follow_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow" ADD CONSTRAINT "follow_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow" ADD CONSTRAINT "follow_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_mute" ADD CONSTRAINT "person_mute_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_reporter_id_fkey" FOREIGN KEY ("reporter_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
