-- CreateEnum
CREATE TYPE "assignment_mode" AS ENUM ('homework', 'quiz', 'exam');

-- CreateEnum
CREATE TYPE "fault_policy" AS ENUM ('full', 'dropped');

-- CreateEnum
CREATE TYPE "grade_change_kind" AS ENUM ('score', 'cleared', 'comment');

-- DropIndex
DROP INDEX "variants_attempt_id_position_key";

-- AlterTable
ALTER TABLE "attempts" ADD COLUMN     "assignment_id" UUID,
ADD COLUMN     "learned_at" TIMESTAMPTZ(3),
ADD COLUMN     "preview" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "solves_at" TIMESTAMPTZ(3),
ADD COLUMN     "tells_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "sections" ADD COLUMN     "grading" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "variants" ADD COLUMN     "effort" DOUBLE PRECISION,
ADD COLUMN     "item_id" UUID,
ADD COLUMN     "round" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "assignments" (
    "id" UUID NOT NULL,
    "section_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "instructions" TEXT NOT NULL DEFAULT '',
    "mode" "assignment_mode" NOT NULL,
    "config" JSONB NOT NULL,
    "category" TEXT NOT NULL DEFAULT '',
    "opens_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "late_until" TIMESTAMPTZ(3),
    "password" TEXT,
    "published_at" TIMESTAMPTZ(3),
    "released_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "assignments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment_parts" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "points" DOUBLE PRECISION NOT NULL,
    "pick" INTEGER NOT NULL,

    CONSTRAINT "assignment_parts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment_items" (
    "id" UUID NOT NULL,
    "part_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "exercise_id" TEXT NOT NULL,
    "version" INTEGER,
    "level" INTEGER NOT NULL,
    "rules" JSONB NOT NULL DEFAULT '{}',
    "weights" JSONB NOT NULL DEFAULT '{}',
    "seed" TEXT,
    "params" JSONB,

    CONSTRAINT "assignment_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accommodations" (
    "id" UUID NOT NULL,
    "section_id" UUID NOT NULL,
    "enrollment_id" UUID NOT NULL,
    "assignment_id" UUID,
    "time_factor" DOUBLE PRECISION,
    "extra_days" INTEGER,
    "opens_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "late_until" TIMESTAMPTZ(3),
    "excused" BOOLEAN NOT NULL DEFAULT false,
    "excused_items" JSONB NOT NULL DEFAULT '[]',
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "accommodations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "faults" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "variant_id" UUID,
    "policy" "fault_policy" NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "faults_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grade_changes" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "enrollment_id" UUID NOT NULL,
    "position" INTEGER,
    "kind" "grade_change_kind" NOT NULL,
    "score" DOUBLE PRECISION,
    "says" TEXT NOT NULL,
    "by_user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "grade_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "marks" (
    "attempt_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "item_id" UUID NOT NULL,
    "possible" DOUBLE PRECISION NOT NULL,
    "score" DOUBLE PRECISION,
    "submission_id" UUID,
    "tries" INTEGER NOT NULL,
    "late_days" INTEGER NOT NULL,
    "first_score" DOUBLE PRECISION,
    "malrules" TEXT[],
    "seconds" INTEGER,
    "effort" DOUBLE PRECISION,
    "overridden" BOOLEAN NOT NULL,
    "excluded" BOOLEAN NOT NULL,

    CONSTRAINT "marks_pkey" PRIMARY KEY ("attempt_id","position")
);

-- CreateTable
CREATE TABLE "grades" (
    "assignment_id" UUID NOT NULL,
    "enrollment_id" UUID NOT NULL,
    "points" DOUBLE PRECISION NOT NULL,
    "possible" DOUBLE PRECISION NOT NULL,
    "answered" INTEGER NOT NULL,
    "items" INTEGER NOT NULL,
    "late" BOOLEAN NOT NULL,
    "overridden" BOOLEAN NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "grades_pkey" PRIMARY KEY ("assignment_id","enrollment_id")
);

-- CreateIndex
CREATE INDEX "assignments_section_id_idx" ON "assignments"("section_id");

-- CreateIndex
CREATE INDEX "assignment_parts_assignment_id_idx" ON "assignment_parts"("assignment_id");

-- CreateIndex
CREATE INDEX "assignment_items_part_id_idx" ON "assignment_items"("part_id");

-- CreateIndex
CREATE INDEX "accommodations_section_id_idx" ON "accommodations"("section_id");

-- CreateIndex
CREATE INDEX "accommodations_enrollment_id_idx" ON "accommodations"("enrollment_id");

-- CreateIndex
CREATE UNIQUE INDEX "accommodations_assignment_id_enrollment_id_key" ON "accommodations"("assignment_id", "enrollment_id");

-- CreateIndex
CREATE INDEX "faults_assignment_id_idx" ON "faults"("assignment_id");

-- CreateIndex
CREATE INDEX "faults_variant_id_idx" ON "faults"("variant_id");

-- CreateIndex
CREATE UNIQUE INDEX "faults_item_id_variant_id_key" ON "faults"("item_id", "variant_id");

-- CreateIndex
CREATE INDEX "grade_changes_assignment_id_enrollment_id_idx" ON "grade_changes"("assignment_id", "enrollment_id");

-- CreateIndex
CREATE INDEX "grade_changes_enrollment_id_idx" ON "grade_changes"("enrollment_id");

-- CreateIndex
CREATE INDEX "grade_changes_by_user_id_idx" ON "grade_changes"("by_user_id");

-- CreateIndex
CREATE INDEX "marks_item_id_idx" ON "marks"("item_id");

-- CreateIndex
CREATE INDEX "grades_enrollment_id_idx" ON "grades"("enrollment_id");

-- CreateIndex
CREATE INDEX "attempts_assignment_id_idx" ON "attempts"("assignment_id");

-- CreateIndex
CREATE INDEX "variants_item_id_idx" ON "variants"("item_id");

-- CreateIndex
CREATE UNIQUE INDEX "variants_attempt_id_position_round_key" ON "variants"("attempt_id", "position", "round");

-- AddForeignKey
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "variants" ADD CONSTRAINT "variants_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "assignment_items"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "sections"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_parts" ADD CONSTRAINT "assignment_parts_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_items" ADD CONSTRAINT "assignment_items_part_id_fkey" FOREIGN KEY ("part_id") REFERENCES "assignment_parts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accommodations" ADD CONSTRAINT "accommodations_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "sections"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accommodations" ADD CONSTRAINT "accommodations_enrollment_id_fkey" FOREIGN KEY ("enrollment_id") REFERENCES "enrollments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accommodations" ADD CONSTRAINT "accommodations_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "faults" ADD CONSTRAINT "faults_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "faults" ADD CONSTRAINT "faults_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "assignment_items"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "faults" ADD CONSTRAINT "faults_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "variants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade_changes" ADD CONSTRAINT "grade_changes_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade_changes" ADD CONSTRAINT "grade_changes_enrollment_id_fkey" FOREIGN KEY ("enrollment_id") REFERENCES "enrollments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade_changes" ADD CONSTRAINT "grade_changes_by_user_id_fkey" FOREIGN KEY ("by_user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "marks" ADD CONSTRAINT "marks_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "marks" ADD CONSTRAINT "marks_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "assignment_items"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grades" ADD CONSTRAINT "grades_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grades" ADD CONSTRAINT "grades_enrollment_id_fkey" FOREIGN KEY ("enrollment_id") REFERENCES "enrollments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What follows, Prisma cannot say.

-- One unfinished drill, one unfinished placement; of quizzes and assignments others see to it.
DROP INDEX "attempts_one_open_key";
CREATE UNIQUE INDEX "attempts_one_open_key" ON "attempts"("user_id", "kind")
    WHERE "finished_at" IS NULL AND "quiz_id" IS NULL AND "assignment_id" IS NULL;
-- One attempt of each student at an assignment; one preview under way of each who teaches.
CREATE UNIQUE INDEX "attempts_one_assignment_key" ON "attempts"("assignment_id", "user_id")
    WHERE "assignment_id" IS NOT NULL AND NOT "preview";
CREATE UNIQUE INDEX "attempts_one_preview_key" ON "attempts"("assignment_id", "user_id")
    WHERE "preview" AND "finished_at" IS NULL;

ALTER TABLE "attempts"
    ADD CONSTRAINT "attempts_assignment" CHECK (("kind" = 'assignment') = ("assignment_id" IS NOT NULL)),
    ADD CONSTRAINT "attempts_preview" CHECK (NOT "preview" OR "assignment_id" IS NOT NULL),
    ADD CONSTRAINT "attempts_told" CHECK ("assignment_id" IS NOT NULL OR ("tells_at" IS NULL AND "solves_at" IS NULL AND "learned_at" IS NULL));

ALTER TABLE "variants"
    ADD CONSTRAINT "variants_round" CHECK ("round" >= 1 AND ("round" = 1 OR "item_id" IS NOT NULL)),
    ADD CONSTRAINT "variants_item" CHECK ("item_id" IS NULL OR "attempt_id" IS NOT NULL);

ALTER TABLE "assignments"
    ADD CONSTRAINT "assignments_title" CHECK (length("title") BETWEEN 1 AND 120 AND length("instructions") <= 5000),
    ADD CONSTRAINT "assignments_dates" CHECK ("opens_at" < "due_at" AND "due_at" <= "late_until" AND ("late_until" IS NULL OR "due_at" IS NOT NULL));
ALTER TABLE "assignment_parts"
    ADD CONSTRAINT "assignment_parts_position" CHECK ("position" >= 1 AND "pick" >= 1 AND "points" >= 0);
ALTER TABLE "assignment_items"
    ADD CONSTRAINT "assignment_items_position" CHECK ("position" >= 1),
    ADD CONSTRAINT "assignment_items_level" CHECK ("level" BETWEEN 1 AND 3),
    ADD CONSTRAINT "assignment_items_seed" CHECK ("seed" ~ '^[0-9a-f]{32}$' AND ("seed" IS NULL) = ("params" IS NULL));

CREATE UNIQUE INDEX "accommodations_general_key" ON "accommodations"("enrollment_id") WHERE "assignment_id" IS NULL;
ALTER TABLE "accommodations"
    ADD CONSTRAINT "accommodations_time" CHECK ("time_factor" BETWEEN 1 AND 10 AND "extra_days" BETWEEN 0 AND 365),
    ADD CONSTRAINT "accommodations_dates" CHECK ("assignment_id" IS NOT NULL OR ("opens_at" IS NULL AND "due_at" IS NULL AND "late_until" IS NULL AND NOT "excused"));
CREATE UNIQUE INDEX "faults_item_key" ON "faults"("item_id") WHERE "variant_id" IS NULL;

ALTER TABLE "grade_changes"
    ADD CONSTRAINT "grade_changes_score" CHECK (("kind" = 'score') = ("score" IS NOT NULL) AND "score" BETWEEN 0 AND 1),
    ADD CONSTRAINT "grade_changes_position" CHECK ("position" >= 1);
CREATE TRIGGER "append_only_update" BEFORE UPDATE ON "grade_changes"
    FOR EACH ROW EXECUTE FUNCTION "refuse_update"('by_user_id');
CREATE TRIGGER "append_only_truncate" BEFORE TRUNCATE ON "grade_changes" EXECUTE FUNCTION "refuse_truncate"();

ALTER TABLE "marks"
    ADD CONSTRAINT "marks_score" CHECK ("score" BETWEEN 0 AND 1 AND "possible" >= 0 AND "tries" >= 0 AND "late_days" >= 0);

DROP TRIGGER "frozen" ON "attempts";
CREATE TRIGGER "frozen" BEFORE UPDATE ON "attempts"
    FOR EACH ROW EXECUTE FUNCTION "refuse_update"('user_id', 'ends_at', 'tells_at', 'solves_at', 'finished_at', 'learned_at', 'outcome');
-- Only in assignments does more time come afterwards.
CREATE TRIGGER "frozen_end" BEFORE UPDATE ON "attempts"
    FOR EACH ROW WHEN (OLD.assignment_id IS NULL) EXECUTE FUNCTION "refuse_update"('user_id', 'finished_at', 'outcome');

-- A preview is nobody's work: its variants may go.
CREATE OR REPLACE FUNCTION "refuse_delete_of_work"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM users WHERE id = OLD.user_id AND deleted_at IS NULL)
        AND NOT EXISTS (SELECT 1 FROM attempts WHERE id = OLD.attempt_id AND preview) THEN
        RAISE EXCEPTION 'a row of % cannot be deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN OLD;
END $$;
