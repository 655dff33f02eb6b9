-- AlterTable
ALTER TABLE "marks" ADD COLUMN     "right_at" INTEGER;

-- Of marks that are there: which counted try, by the judgement that counts, was the first to be fully right.
UPDATE "marks" m SET "right_at" = found."at"
FROM (
    SELECT "attempt_id", "position", min("number") AS "at"
    FROM (
        SELECT v."attempt_id", v."position", r."receipt",
               row_number() OVER (PARTITION BY v."attempt_id", v."position" ORDER BY v."round", s."sequence") AS "number"
        FROM "variants" v
        JOIN "submissions" s ON s."variant_id" = v."id"
        JOIN LATERAL (
            SELECT "receipt", "counts_as_try" FROM "receipts" WHERE "submission_id" = s."id" ORDER BY "sequence" DESC LIMIT 1
        ) r ON true
        WHERE v."item_id" IS NOT NULL AND r."counts_as_try"
    ) counted
    WHERE ("receipt"->>'score')::float8 >= 1 - 1e-9
    GROUP BY "attempt_id", "position"
) found
WHERE m."attempt_id" = found."attempt_id" AND m."position" = found."position";
