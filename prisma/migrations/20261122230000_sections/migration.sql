-- CreateEnum
CREATE TYPE "admission" AS ENUM ('code', 'roster', 'closed');

-- CreateEnum
CREATE TYPE "section_role" AS ENUM ('owner', 'instructor', 'assistant', 'student');

-- CreateTable
CREATE TABLE "sections" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "term" TEXT NOT NULL DEFAULT '',
    "code" TEXT NOT NULL,
    "admission" "admission" NOT NULL DEFAULT 'code',
    "time_zone" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "sections_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrollments" (
    "id" UUID NOT NULL,
    "section_id" UUID NOT NULL,
    "user_id" UUID,
    "role" "section_role" NOT NULL,
    "email" TEXT,
    "name" TEXT,
    "student_number" TEXT,
    "group_name" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "joined_at" TIMESTAMPTZ(3),
    "left_at" TIMESTAMPTZ(3),
    "removed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "enrollments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "id" UUID NOT NULL,
    "section_id" UUID NOT NULL,
    "by_user_id" UUID,
    "what" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "sections_code_key" ON "sections"("code");

-- CreateIndex
CREATE INDEX "enrollments_user_id_idx" ON "enrollments"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "enrollments_section_id_user_id_key" ON "enrollments"("section_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "enrollments_section_id_email_key" ON "enrollments"("section_id", "email");

-- CreateIndex
CREATE INDEX "audit_entries_section_id_created_at_idx" ON "audit_entries"("section_id", "created_at");

-- CreateIndex
CREATE INDEX "audit_entries_by_user_id_idx" ON "audit_entries"("by_user_id");

-- AddForeignKey
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "sections"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "sections"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_by_user_id_fkey" FOREIGN KEY ("by_user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "announcements" (
    "id" UUID NOT NULL,
    "section_id" UUID NOT NULL,
    "by_user_id" UUID,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "announcements_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "announcements_section_id_created_at_idx" ON "announcements"("section_id", "created_at");

-- CreateIndex
CREATE INDEX "announcements_by_user_id_idx" ON "announcements"("by_user_id");

-- AddForeignKey
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "sections"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_by_user_id_fkey" FOREIGN KEY ("by_user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What follows, Prisma cannot say.

ALTER TABLE "sections"
    ADD CONSTRAINT "sections_title" CHECK ("title" <> '' AND length("title") <= 120),
    ADD CONSTRAINT "sections_code" CHECK ("code" ~ '^[2-9a-hjkmnp-z]{8}$');

-- Somebody, or somebody who is waited for; of an owner there is one, and they are there.
ALTER TABLE "enrollments"
    ADD CONSTRAINT "enrollments_who" CHECK ("user_id" IS NOT NULL OR "email" IS NOT NULL),
    ADD CONSTRAINT "enrollments_email" CHECK ("email" = lower("email")),
    ADD CONSTRAINT "enrollments_joined" CHECK ("user_id" IS NULL OR "joined_at" IS NOT NULL),
    ADD CONSTRAINT "enrollments_removed" CHECK (NOT "removed" OR "left_at" IS NOT NULL),
    ADD CONSTRAINT "enrollments_owner" CHECK ("role" <> 'owner' OR ("user_id" IS NOT NULL AND "left_at" IS NULL));
CREATE UNIQUE INDEX "enrollments_one_owner_key" ON "enrollments"("section_id") WHERE "role" = 'owner';

CREATE TRIGGER "append_only_update" BEFORE UPDATE ON "audit_entries"
    FOR EACH ROW EXECUTE FUNCTION "refuse_update"('by_user_id');
CREATE TRIGGER "append_only_delete" BEFORE DELETE ON "audit_entries"
    FOR EACH ROW EXECUTE FUNCTION "refuse_delete"('sections', 'section_id');
CREATE TRIGGER "append_only_truncate" BEFORE TRUNCATE ON "audit_entries" EXECUTE FUNCTION "refuse_truncate"();

ALTER TABLE "announcements"
    ADD CONSTRAINT "announcements_text" CHECK (length("title") BETWEEN 1 AND 120 AND length("body") BETWEEN 1 AND 5000);
CREATE TRIGGER "frozen" BEFORE UPDATE ON "announcements"
    FOR EACH ROW EXECUTE FUNCTION "refuse_update"('by_user_id');
