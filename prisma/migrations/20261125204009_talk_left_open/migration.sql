-- AlterEnum
ALTER TYPE "EventType" ADD VALUE 'HELD';

-- AlterTable
ALTER TABLE "follow" ADD COLUMN     "merged_from_id" UUID;

-- AlterTable
ALTER TABLE "notification" ADD COLUMN     "merged_from_id" UUID;

-- AlterTable
ALTER TABLE "saved" ADD COLUMN     "merged_from_id" UUID;

-- AlterTable
ALTER TABLE "thread_seen" ADD COLUMN     "former_seen_at" TIMESTAMPTZ(3),
ADD COLUMN     "merged_from_id" UUID;

-- CreateIndex
CREATE INDEX "delivery_created_at_idx" ON "delivery"("created_at");

-- CreateIndex
CREATE INDEX "notification_done_at_idx" ON "notification"("done_at");
