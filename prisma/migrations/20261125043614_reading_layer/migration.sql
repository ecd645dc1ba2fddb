-- AlterEnum
ALTER TYPE "EventType" ADD VALUE 'REVISION';

-- AlterTable
ALTER TABLE "anchor" ADD COLUMN     "reattached_at" TIMESTAMPTZ(3),
ADD COLUMN     "reattached_by_id" UUID;

-- AlterTable
ALTER TABLE "assignment" ADD COLUMN     "is_pinned" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "event" ALTER COLUMN "annotation_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "user" ADD COLUMN     "preferences" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "revision_draft" (
    "reading_id" UUID NOT NULL,
    "base_id" UUID NOT NULL,
    "document" JSONB NOT NULL,
    "step_maps" JSONB NOT NULL DEFAULT '[]',
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "revision_draft_pkey" PRIMARY KEY ("reading_id")
);

-- CreateTable
CREATE TABLE "reading_image" (
    "id" UUID NOT NULL,
    "reading_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reading_image_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reading_place" (
    "user_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "offset" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reading_place_pkey" PRIMARY KEY ("user_id","assignment_id")
);

-- CreateIndex
CREATE INDEX "revision_draft_base_id_idx" ON "revision_draft"("base_id");

-- CreateIndex
CREATE UNIQUE INDEX "reading_image_reading_id_hash_key" ON "reading_image"("reading_id", "hash");

-- CreateIndex
CREATE INDEX "reading_place_assignment_id_idx" ON "reading_place"("assignment_id");

-- CreateIndex
CREATE INDEX "reading_place_revision_id_idx" ON "reading_place"("revision_id");

-- AddForeignKey
ALTER TABLE "revision_draft" ADD CONSTRAINT "revision_draft_reading_id_fkey" FOREIGN KEY ("reading_id") REFERENCES "reading"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_draft" ADD CONSTRAINT "revision_draft_base_id_fkey" FOREIGN KEY ("base_id") REFERENCES "revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_image" ADD CONSTRAINT "reading_image_reading_id_fkey" FOREIGN KEY ("reading_id") REFERENCES "reading"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_place" ADD CONSTRAINT "reading_place_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_place" ADD CONSTRAINT "reading_place_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_place" ADD CONSTRAINT "reading_place_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;
