-- AlterTable
ALTER TABLE "event" ADD COLUMN     "former_audience" "Audience",
ADD COLUMN     "former_group_id" UUID;
