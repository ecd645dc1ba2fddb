-- CreateTable
CREATE TABLE "reminder" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "reminder_assignment_id_user_id_created_at_idx" ON "reminder"("assignment_id", "user_id", "created_at");

-- CreateIndex
CREATE INDEX "reminder_user_id_mailed_at_idx" ON "reminder"("user_id", "mailed_at");

-- CreateIndex
CREATE INDEX "reminder_mailed_at_created_at_idx" ON "reminder"("mailed_at", "created_at");

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
