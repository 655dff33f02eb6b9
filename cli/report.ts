/** `node cli/run.mjs cli/report.ts topic/slug [count]`: what an author needs to know of an exercise's draws. */
import { findExercise } from "#lib/course/registry.ts";
import { reportOn } from "#test/bank/report.ts";

const [id = "", count = "300"] = process.argv.slice(2);
const exercise = findExercise(id);
if (!exercise) throw new RangeError(`no exercise ${id}`);
for (const { level, distinct, thrownAway, faults, effort } of reportOn(exercise, Number.parseInt(count, 10))) {
  console.log(`level ${level}: ${(100 * thrownAway).toFixed(1)} % thrown away, ${distinct} different variants kept`);
  for (const [fault, times] of faults) console.log(`  ${times} × ${fault}`);
  for (const [kind, { median, least, greatest, count: n }] of Object.entries(effort))
    console.log(
      `  effort, ${kind}: median ${median.toFixed(1)}, from ${least.toFixed(2)} to ${greatest.toFixed(2)} of it (${n})`,
    );
}
