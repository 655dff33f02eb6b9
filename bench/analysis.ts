/**
 * How long item analysis reads for an assignment of 1,000 students, with a million answers in the database against forty
 * thousand; and how the database finds them. On the embedded database.
 */
import { factsQuery, readAnalysis } from "#lib/course/analysis/read.ts";
import { db } from "#lib/db/client.ts";
import { openTestDatabase } from "#test/db/harness.ts";
import { type Report, row } from "./compare.ts";
import { scannedWhole, section } from "./gradebook.ts";

const students = 1_000;
/** More answers to each of the forty thousand variants. */
const more = 24;
const rounds = 15;
const limit = 1.5;

export async function run(): Promise<Report> {
  const database = await openTestDatabase("embedded-memory");
  try {
    const { sectionId, actor } = await section(students);
    const { id } = await db().assignment.findFirstOrThrow({ where: { sectionId }, select: { id: true } });
    const milliseconds = async () => {
      const start = performance.now();
      await readAnalysis(actor, id);
      return performance.now() - start;
    };
    await db().$executeRaw`ANALYZE`;
    for (let i = 0; i < 3; i++) await milliseconds();
    const before: number[] = [];
    for (let i = 0; i < rounds; i++) before.push(await milliseconds());
    await db().$executeRaw`
      INSERT INTO submissions (id, key, body_hash, user_id, variant_id, sequence, raw)
      SELECT gen_random_uuid(), gen_random_uuid(), '0', user_id, id, n, '{}' FROM variants, generate_series(2, ${more + 1}::int) n`;
    await db().$executeRaw`ANALYZE`;
    for (let i = 0; i < 3; i++) await milliseconds();
    const after: number[] = [];
    for (let i = 0; i < rounds; i++) after.push(await milliseconds());
    const count = await db().submission.count();
    const pairs = after.map((ms, i): [number, number] => [ms, before[i] ?? Number.NaN]);
    const items = await db().assignmentItem.findMany({ where: { part: { assignmentId: id } }, select: { id: true } });
    const scanned = await scannedWhole(
      factsQuery(
        id,
        items.map((item) => item.id),
      ),
    );
    return {
      rows: [
        { ...row(`analysis of ${students} students, with ${count} answers there against 40000`, "ms", pairs), limit },
        { ...row("tables of answers and grades that its plan reads whole", "tables", [[scanned.length, 1]]), limit: 0 },
      ],
      notes: [`Read whole of answers, receipts, variants, marks and grades: ${scanned.join(", ") || "none"}.`],
    };
  } finally {
    await database.close();
  }
}
