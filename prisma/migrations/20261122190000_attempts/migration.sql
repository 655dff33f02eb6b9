-- CreateEnum
CREATE TYPE "attempt_kind" AS ENUM ('drill', 'placement', 'quiz');

-- AlterTable
ALTER TABLE "submissions" ADD COLUMN     "seconds" INTEGER;

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "preferences" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "variants" ADD COLUMN     "attempt_id" UUID,
ADD COLUMN     "chosen" JSONB,
ADD COLUMN     "flagged" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "position" INTEGER,
ADD COLUMN     "reopened_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "attempts" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" "attempt_kind" NOT NULL,
    "quiz_id" UUID,
    "config" JSONB NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "ends_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "outcome" JSONB,

    CONSTRAINT "attempts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quizzes" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "owner_id" UUID,
    "title" TEXT NOT NULL,
    "config" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "quizzes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quiz_items" (
    "quiz_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "exercise_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "level" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "params" JSONB NOT NULL,

    CONSTRAINT "quiz_items_pkey" PRIMARY KEY ("quiz_id","position")
);

-- CreateIndex
CREATE INDEX "attempts_user_id_kind_started_at_idx" ON "attempts"("user_id", "kind", "started_at");

-- CreateIndex
CREATE INDEX "attempts_quiz_id_idx" ON "attempts"("quiz_id");

-- CreateIndex
CREATE UNIQUE INDEX "quizzes_code_key" ON "quizzes"("code");

-- CreateIndex
CREATE INDEX "quizzes_owner_id_created_at_idx" ON "quizzes"("owner_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "variants_attempt_id_position_key" ON "variants"("attempt_id", "position");

-- AddForeignKey
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_quiz_id_fkey" FOREIGN KEY ("quiz_id") REFERENCES "quizzes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quizzes" ADD CONSTRAINT "quizzes_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz_items" ADD CONSTRAINT "quiz_items_quiz_id_fkey" FOREIGN KEY ("quiz_id") REFERENCES "quizzes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "variants" ADD CONSTRAINT "variants_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What follows, Prisma cannot say.

-- One open variant per user, exercise and level in practice; an attempt has its own.
DROP INDEX "variants_one_open_key";
CREATE UNIQUE INDEX "variants_one_open_key" ON "variants"("user_id", "exercise_id", "level") WHERE "state" = 'open' AND "attempt_id" IS NULL;

-- One unfinished drill, one unfinished placement, and one unfinished attempt at each quiz.
CREATE UNIQUE INDEX "attempts_one_open_key" ON "attempts"("user_id", "kind") WHERE "finished_at" IS NULL AND "quiz_id" IS NULL;
CREATE UNIQUE INDEX "attempts_one_open_quiz_key" ON "attempts"("user_id", "quiz_id") WHERE "finished_at" IS NULL AND "quiz_id" IS NOT NULL;

ALTER TABLE "attempts" ADD CONSTRAINT "attempts_quiz" CHECK (("kind" = 'quiz') = ("quiz_id" IS NOT NULL));

ALTER TABLE "variants"
    ADD CONSTRAINT "variants_position" CHECK (("attempt_id" IS NULL) = ("position" IS NULL) AND "position" >= 1),
    ADD CONSTRAINT "variants_flagged" CHECK ("attempt_id" IS NOT NULL OR NOT "flagged"),
    ADD CONSTRAINT "variants_reopened" CHECK ("attempt_id" IS NULL OR "reopened_at" IS NULL);

ALTER TABLE "submissions" ADD CONSTRAINT "submissions_seconds" CHECK ("seconds" >= 0);

ALTER TABLE "quiz_items"
    ADD CONSTRAINT "quiz_items_position" CHECK ("position" >= 1),
    ADD CONSTRAINT "quiz_items_level" CHECK ("level" BETWEEN 1 AND 3),
    ADD CONSTRAINT "quiz_items_seed" CHECK ("seed" ~ '^[0-9a-f]{32}$');

DROP TRIGGER "frozen" ON "variants";
CREATE TRIGGER "frozen" BEFORE UPDATE ON "variants"
    FOR EACH ROW EXECUTE FUNCTION "refuse_update"('user_id', 'number', 'state', 'closed_at', 'reopened_at', 'flagged');
CREATE TRIGGER "frozen" BEFORE UPDATE ON "attempts"
    FOR EACH ROW EXECUTE FUNCTION "refuse_update"('user_id', 'finished_at', 'outcome');
CREATE TRIGGER "frozen" BEFORE UPDATE ON "quizzes"
    FOR EACH ROW EXECUTE FUNCTION "refuse_update"('owner_id');
CREATE TRIGGER "frozen" BEFORE UPDATE ON "quiz_items"
    FOR EACH ROW EXECUTE FUNCTION "refuse_update"();
CREATE TRIGGER "append_only_delete" BEFORE DELETE ON "quiz_items"
    FOR EACH ROW EXECUTE FUNCTION "refuse_delete"('quizzes', 'quiz_id');

-- Somebody who has judged others leaves a row behind when they delete their account: their own work may go nonetheless.
CREATE FUNCTION "refuse_delete_of_work"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM users WHERE id = OLD.user_id AND deleted_at IS NULL) THEN
        RAISE EXCEPTION 'a row of % cannot be deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN OLD;
END $$;

DROP TRIGGER "permanent" ON "variants";
CREATE TRIGGER "permanent" BEFORE DELETE ON "variants"
    FOR EACH ROW EXECUTE FUNCTION "refuse_delete_of_work"();
