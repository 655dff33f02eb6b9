-- CreateEnum
CREATE TYPE "notice_kind" AS ENUM ('due_soon', 'results', 'announcement');

-- CreateEnum
CREATE TYPE "notice_outcome" AS ENUM ('sent', 'dropped', 'failed');

-- AlterTable
ALTER TABLE "announcements" ADD COLUMN     "by_mail" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "notices" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" "notice_kind" NOT NULL,
    "assignment_id" UUID,
    "announcement_id" UUID,
    "occasion" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "settled_at" TIMESTAMPTZ(3),
    "outcome" "notice_outcome",

    CONSTRAINT "notices_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "notices_assignment_id_idx" ON "notices"("assignment_id");

-- CreateIndex
CREATE INDEX "notices_announcement_id_idx" ON "notices"("announcement_id");

-- CreateIndex
CREATE INDEX "notices_settled_at_idx" ON "notices"("settled_at");

-- CreateIndex
CREATE UNIQUE INDEX "notices_user_id_kind_assignment_id_occasion_key" ON "notices"("user_id", "kind", "assignment_id", "occasion");

-- CreateIndex
CREATE UNIQUE INDEX "notices_user_id_announcement_id_key" ON "notices"("user_id", "announcement_id");

-- CreateIndex
CREATE INDEX "announcements_created_at_idx" ON "announcements"("created_at");

-- CreateIndex
CREATE INDEX "assignments_due_at_idx" ON "assignments"("due_at");

-- CreateIndex
CREATE INDEX "attempts_tells_at_idx" ON "attempts"("tells_at");

-- AddForeignKey
ALTER TABLE "notices" ADD CONSTRAINT "notices_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notices" ADD CONSTRAINT "notices_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notices" ADD CONSTRAINT "notices_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcements"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What follows, Prisma cannot say.

ALTER TABLE "notices"
    ADD CONSTRAINT "notices_about" CHECK (("kind" = 'announcement') = ("announcement_id" IS NOT NULL) AND ("kind" = 'announcement') = ("assignment_id" IS NULL)),
    ADD CONSTRAINT "notices_settled" CHECK (("settled_at" IS NULL) = ("outcome" IS NULL));
