-- AlterTable
ALTER TABLE "anchor" ADD COLUMN     "former" JSONB;

-- AlterTable
ALTER TABLE "revision" ADD COLUMN     "published_by_id" UUID;

-- CreateIndex
CREATE INDEX "anchor_reattached_by_id_idx" ON "anchor"("reattached_by_id");

-- CreateIndex
CREATE INDEX "revision_published_by_id_idx" ON "revision"("published_by_id");

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "anchor" ADD CONSTRAINT "anchor_reattached_by_id_fkey" FOREIGN KEY ("reattached_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
