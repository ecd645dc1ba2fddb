-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('WAITING', 'WORKING', 'READY', 'FAILED', 'CANCELLED', 'KEPT');

-- AlterTable
ALTER TABLE "reading" ADD COLUMN     "archived_at" TIMESTAMPTZ(3),
ADD COLUMN     "is_for_all" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "licence" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "right" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "takedown_reason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "taken_down_at" TIMESTAMPTZ(3),
ADD COLUMN     "taken_down_by_id" UUID;

-- CreateTable
CREATE TABLE "reading_share" (
    "reading_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "reading_share_pkey" PRIMARY KEY ("reading_id","user_id")
);

-- CreateTable
CREATE TABLE "reading_tag" (
    "reading_id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "reading_tag_pkey" PRIMARY KEY ("reading_id","name")
);

-- CreateTable
CREATE TABLE "collection" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "collection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collection_reading" (
    "collection_id" UUID NOT NULL,
    "reading_id" UUID NOT NULL,

    CONSTRAINT "collection_reading_pkey" PRIMARY KEY ("collection_id","reading_id")
);

-- CreateTable
CREATE TABLE "import" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL DEFAULT '',
    "type" TEXT NOT NULL DEFAULT '',
    "bytes" BYTEA,
    "size" INTEGER NOT NULL DEFAULT 0,
    "hash" TEXT NOT NULL DEFAULT '',
    "state" "ImportState" NOT NULL DEFAULT 'WAITING',
    "step" TEXT NOT NULL DEFAULT 'waiting',
    "progress" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error_key" TEXT,
    "error_values" JSONB NOT NULL DEFAULT '{}',
    "document" JSONB,
    "text" TEXT,
    "text_hash" TEXT,
    "losses" JSONB NOT NULL DEFAULT '[]',
    "about" JSONB NOT NULL DEFAULT '{}',
    "reading_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_image" (
    "id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "import_image_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "reading_share_user_id_idx" ON "reading_share"("user_id");

-- CreateIndex
CREATE INDEX "reading_tag_name_idx" ON "reading_tag"("name");

-- CreateIndex
CREATE UNIQUE INDEX "collection_owner_id_name_key" ON "collection"("owner_id", "name");

-- CreateIndex
CREATE INDEX "collection_reading_reading_id_idx" ON "collection_reading"("reading_id");

-- CreateIndex
CREATE UNIQUE INDEX "import_reading_id_key" ON "import"("reading_id");

-- CreateIndex
CREATE INDEX "import_owner_id_created_at_idx" ON "import"("owner_id", "created_at");

-- CreateIndex
CREATE INDEX "import_state_updated_at_idx" ON "import"("state", "updated_at");

-- CreateIndex
CREATE UNIQUE INDEX "import_image_import_id_hash_key" ON "import_image"("import_id", "hash");

-- CreateIndex
CREATE INDEX "reading_is_for_all_created_at_idx" ON "reading"("is_for_all", "created_at");

-- CreateIndex
CREATE INDEX "reading_taken_down_by_id_idx" ON "reading"("taken_down_by_id");

-- CreateIndex
CREATE INDEX "revision_hash_idx" ON "revision"("hash");

-- AddForeignKey
ALTER TABLE "reading" ADD CONSTRAINT "reading_taken_down_by_id_fkey" FOREIGN KEY ("taken_down_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_share" ADD CONSTRAINT "reading_share_reading_id_fkey" FOREIGN KEY ("reading_id") REFERENCES "reading"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_share" ADD CONSTRAINT "reading_share_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_tag" ADD CONSTRAINT "reading_tag_reading_id_fkey" FOREIGN KEY ("reading_id") REFERENCES "reading"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection" ADD CONSTRAINT "collection_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_reading" ADD CONSTRAINT "collection_reading_collection_id_fkey" FOREIGN KEY ("collection_id") REFERENCES "collection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_reading" ADD CONSTRAINT "collection_reading_reading_id_fkey" FOREIGN KEY ("reading_id") REFERENCES "reading"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_reading_id_fkey" FOREIGN KEY ("reading_id") REFERENCES "reading"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_image" ADD CONSTRAINT "import_image_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;
