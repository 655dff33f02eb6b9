-- CreateEnum
CREATE TYPE "variant_state" AS ENUM ('open', 'done', 'broken');

-- CreateEnum
CREATE TYPE "reveal_kind" AS ENUM ('hint', 'solution');

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT,
    "name" TEXT,
    "guest" BOOLEAN NOT NULL DEFAULT false,
    "token_version" INTEGER NOT NULL DEFAULT 0,
    "claimed_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "password_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "variants" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "exercise_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "level" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "state" "variant_state" NOT NULL DEFAULT 'open',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "variants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submissions" (
    "id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "body_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "raw" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "submissions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "receipts" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "receipt" JSONB NOT NULL,
    "verdict" TEXT NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "counts_as_try" BOOLEAN NOT NULL,
    "grader_version" INTEGER NOT NULL,
    "exercise_version" INTEGER NOT NULL,
    "reason" TEXT,
    "by_user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "receipts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "drafts" (
    "user_id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "raw" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "drafts_pkey" PRIMARY KEY ("user_id","variant_id")
);

-- CreateTable
CREATE TABLE "reveals" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "kind" "reveal_kind" NOT NULL,
    "index" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "reveals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "skill_states" (
    "user_id" UUID NOT NULL,
    "skill_id" TEXT NOT NULL,
    "right" INTEGER NOT NULL DEFAULT 0,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "state" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "skill_states_pkey" PRIMARY KEY ("user_id","skill_id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "users_claimed_by_id_idx" ON "users"("claimed_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_user_id_provider_key" ON "accounts"("user_id", "provider");

-- CreateIndex
CREATE UNIQUE INDEX "variants_user_id_exercise_id_level_number_key" ON "variants"("user_id", "exercise_id", "level", "number");

-- CreateIndex
CREATE UNIQUE INDEX "variants_id_user_id_key" ON "variants"("id", "user_id");

-- CreateIndex
CREATE INDEX "submissions_user_id_created_at_idx" ON "submissions"("user_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "submissions_user_id_key_key" ON "submissions"("user_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "submissions_variant_id_sequence_key" ON "submissions"("variant_id", "sequence");

-- CreateIndex
CREATE INDEX "receipts_by_user_id_idx" ON "receipts"("by_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "receipts_submission_id_sequence_key" ON "receipts"("submission_id", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "reveals_variant_id_kind_index_key" ON "reveals"("variant_id", "kind", "index");

-- CreateIndex
CREATE INDEX "rate_limits_expire_idx" ON "rate_limits"("expire");

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_claimed_by_id_fkey" FOREIGN KEY ("claimed_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "variants" ADD CONSTRAINT "variants_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_variant_id_user_id_fkey" FOREIGN KEY ("variant_id", "user_id") REFERENCES "variants"("id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submissions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_by_user_id_fkey" FOREIGN KEY ("by_user_id") REFERENCES "users"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_variant_id_user_id_fkey" FOREIGN KEY ("variant_id", "user_id") REFERENCES "variants"("id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reveals" ADD CONSTRAINT "reveals_variant_id_user_id_fkey" FOREIGN KEY ("variant_id", "user_id") REFERENCES "variants"("id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "skill_states" ADD CONSTRAINT "skill_states_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What follows, Prisma cannot say.

-- One open variant per user, exercise and level.
CREATE UNIQUE INDEX "variants_one_open_key" ON "variants"("user_id", "exercise_id", "level") WHERE "state" = 'open';

ALTER TABLE "users"
    ADD CONSTRAINT "users_email_lower_case" CHECK ("email" = lower("email")),
    ADD CONSTRAINT "users_guest_or_email" CHECK ("deleted_at" IS NOT NULL OR "guest" = ("email" IS NULL));

ALTER TABLE "variants"
    ADD CONSTRAINT "variants_level" CHECK ("level" BETWEEN 1 AND 3),
    ADD CONSTRAINT "variants_number" CHECK ("number" >= 1),
    ADD CONSTRAINT "variants_seed" CHECK ("seed" ~ '^[0-9a-f]{32}$');

ALTER TABLE "submissions" ADD CONSTRAINT "submissions_sequence" CHECK ("sequence" >= 1);

ALTER TABLE "receipts"
    ADD CONSTRAINT "receipts_sequence" CHECK ("sequence" >= 1),
    ADD CONSTRAINT "receipts_score" CHECK ("score" BETWEEN 0 AND 1);

-- Refuses an update of any column but those named in the trigger.
CREATE FUNCTION "refuse_update"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- Without arguments TG_ARGV is null, and a comparison with null would let everything through.
    IF to_jsonb(NEW) - coalesce(TG_ARGV, ARRAY[]::text[]) IS DISTINCT FROM to_jsonb(OLD) - coalesce(TG_ARGV, ARRAY[]::text[]) THEN
        RAISE EXCEPTION 'a row of % cannot be changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

-- Refuses a deletion, except when the row it belongs to (table and column named in the trigger) goes too.
CREATE FUNCTION "refuse_delete"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    parent_stays boolean;
BEGIN
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I WHERE id = $1)', TG_ARGV[0])
        INTO parent_stays USING (to_jsonb(OLD) ->> TG_ARGV[1])::uuid;
    IF parent_stays THEN
        RAISE EXCEPTION 'a row of % cannot be deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN OLD;
END $$;

CREATE FUNCTION "refuse_truncate"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'table % cannot be emptied', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

-- The owner may change, when a guest is claimed. Rows that refer to a variant follow it by their foreign key.
CREATE TRIGGER "frozen" BEFORE UPDATE ON "variants"
    FOR EACH ROW EXECUTE FUNCTION "refuse_update"('user_id', 'number', 'state', 'closed_at');
CREATE TRIGGER "append_only_update" BEFORE UPDATE ON "submissions"
    FOR EACH ROW EXECUTE FUNCTION "refuse_update"('user_id');
CREATE TRIGGER "append_only_update" BEFORE UPDATE ON "receipts"
    FOR EACH ROW EXECUTE FUNCTION "refuse_update"();
CREATE TRIGGER "append_only_update" BEFORE UPDATE ON "reveals"
    FOR EACH ROW EXECUTE FUNCTION "refuse_update"('user_id');

CREATE TRIGGER "permanent" BEFORE DELETE ON "variants"
    FOR EACH ROW EXECUTE FUNCTION "refuse_delete"('users', 'user_id');
CREATE TRIGGER "append_only_delete" BEFORE DELETE ON "submissions"
    FOR EACH ROW EXECUTE FUNCTION "refuse_delete"('variants', 'variant_id');
CREATE TRIGGER "append_only_delete" BEFORE DELETE ON "receipts"
    FOR EACH ROW EXECUTE FUNCTION "refuse_delete"('submissions', 'submission_id');
CREATE TRIGGER "append_only_delete" BEFORE DELETE ON "reveals"
    FOR EACH ROW EXECUTE FUNCTION "refuse_delete"('variants', 'variant_id');

CREATE TRIGGER "permanent_truncate" BEFORE TRUNCATE ON "variants" EXECUTE FUNCTION "refuse_truncate"();
CREATE TRIGGER "append_only_truncate" BEFORE TRUNCATE ON "submissions" EXECUTE FUNCTION "refuse_truncate"();
CREATE TRIGGER "append_only_truncate" BEFORE TRUNCATE ON "receipts" EXECUTE FUNCTION "refuse_truncate"();
CREATE TRIGGER "append_only_truncate" BEFORE TRUNCATE ON "reveals" EXECUTE FUNCTION "refuse_truncate"();
