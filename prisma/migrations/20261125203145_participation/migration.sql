-- CreateEnum
CREATE TYPE "ScoreAct" AS ENUM ('OVERRIDDEN', 'OVERRIDE_ENDED', 'FEEDBACK', 'RELEASED', 'WITHDRAWN', 'CONTESTED', 'ANSWERED');

-- AlterTable
ALTER TABLE "assignment" ADD COLUMN     "closes_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "expectation_rules" (
    "assignment_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "rules" JSONB NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "expectation_rules_pkey" PRIMARY KEY ("assignment_id","version")
);

-- CreateTable
CREATE TABLE "extension" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "user_id" UUID,
    "group_id" UUID,
    "due_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3),
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "extension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "score" (
    "assignment_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "override_points" DOUBLE PRECISION,
    "override_reason" TEXT NOT NULL DEFAULT '',
    "feedback" TEXT NOT NULL DEFAULT '',
    "released_at" TIMESTAMPTZ(3),
    "released_points" DOUBLE PRECISION,
    "released_maximum" DOUBLE PRECISION,
    "released_breakdown" JSONB,
    "released_feedback" TEXT NOT NULL DEFAULT '',
    "released_version" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "score_pkey" PRIMARY KEY ("assignment_id","user_id")
);

-- CreateTable
CREATE TABLE "score_change" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "actor_id" UUID,
    "act" "ScoreAct" NOT NULL,
    "points_before" DOUBLE PRECISION,
    "points_after" DOUBLE PRECISION,
    "reason" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "score_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contest" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "expectation_rules_created_by_id_idx" ON "expectation_rules"("created_by_id");

-- CreateIndex
CREATE INDEX "extension_user_id_idx" ON "extension"("user_id");

-- CreateIndex
CREATE INDEX "extension_group_id_idx" ON "extension"("group_id");

-- CreateIndex
CREATE INDEX "extension_created_by_id_idx" ON "extension"("created_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "extension_assignment_id_user_id_key" ON "extension"("assignment_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "extension_assignment_id_group_id_key" ON "extension"("assignment_id", "group_id");

-- CreateIndex
CREATE INDEX "score_user_id_idx" ON "score"("user_id");

-- CreateIndex
CREATE INDEX "score_change_assignment_id_user_id_created_at_idx" ON "score_change"("assignment_id", "user_id", "created_at");

-- CreateIndex
CREATE INDEX "score_change_user_id_idx" ON "score_change"("user_id");

-- CreateIndex
CREATE INDEX "score_change_actor_id_idx" ON "score_change"("actor_id");

-- CreateIndex
CREATE INDEX "contest_assignment_id_user_id_created_at_idx" ON "contest"("assignment_id", "user_id", "created_at");

-- CreateIndex
CREATE INDEX "contest_assignment_id_answered_at_idx" ON "contest"("assignment_id", "answered_at");

-- CreateIndex
CREATE INDEX "contest_user_id_idx" ON "contest"("user_id");

-- CreateIndex
CREATE INDEX "contest_answered_by_id_idx" ON "contest"("answered_by_id");

-- CreateIndex
CREATE INDEX "comment_assignment_id_author_id_idx" ON "comment"("assignment_id", "author_id");

-- AddForeignKey
ALTER TABLE "expectation_rules" ADD CONSTRAINT "expectation_rules_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expectation_rules" ADD CONSTRAINT "expectation_rules_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extension" ADD CONSTRAINT "extension_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extension" ADD CONSTRAINT "extension_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extension" ADD CONSTRAINT "extension_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extension" ADD CONSTRAINT "extension_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score" ADD CONSTRAINT "score_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score" ADD CONSTRAINT "score_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_change" ADD CONSTRAINT "score_change_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_change" ADD CONSTRAINT "score_change_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_change" ADD CONSTRAINT "score_change_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contest" ADD CONSTRAINT "contest_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contest" ADD CONSTRAINT "contest_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contest" ADD CONSTRAINT "contest_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Other dates are for a person or for a group.
ALTER TABLE "extension" ADD CONSTRAINT "extension_names_one" CHECK (num_nonnulls("user_id", "group_id") = 1);
