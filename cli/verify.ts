/**
 * `npm run verify [-- --seeds 1000] [--exercise topic/slug]`: proves the bank over many seeds, in parallel, and reports. Ends
 * with 1 where something does not hold. docs/verification.md tells what is verified.
 */
import { z } from "zod";
import { ExpectedError } from "#cli/expected.mjs";
import { catalogue } from "#lib/course/registry.ts";
import { readArguments } from "./arguments.ts";
import { nearest } from "./nearest.ts";
import { table } from "./table.ts";
import { percent, type Verified } from "./verify/verify-exercise.ts";
import { verifyAll } from "./verify/workers.ts";

const usage = "npm run verify [-- --seeds 1000] [--exercise topic/slug]";
const { seeds, exercise } = readArguments(
  usage,
  { seeds: { type: "string" }, exercise: { type: "string" } },
  z.object({
    positionals: z.tuple([], "takes no other arguments"),
    seeds: z.coerce.number("must be a number").int().min(1).max(1_000_000).default(1_000),
    exercise: z.string().optional(),
  }),
);

const known = catalogue.map(({ id }) => id);
if (exercise !== undefined && !known.includes(exercise))
  throw new ExpectedError(
    "usage",
    `There is no exercise "${exercise}". Nearest: ${nearest(exercise, known).join(", ")}.`,
  );
const ids = exercise === undefined ? known : [exercise];

const start = performance.now();
const seconds = () => (performance.now() - start) / 1000;
const isLive = process.stdout.isTTY === true;
const done: Verified[] = [];
let toldAt = 0;

function progress(): void {
  const share = done.length / ids.length;
  const full = Math.round(30 * share);
  const line = `${"█".repeat(full)}${"░".repeat(30 - full)} ${done.length} of ${ids.length}, ${seconds().toFixed(0)} s`;
  if (isLive) process.stdout.write(`\r${line}`);
  else if (seconds() - toldAt > 10) {
    toldAt = seconds();
    console.log(line);
  }
}

progress();
await verifyAll(ids, seeds, (one) => {
  done.push(one);
  progress();
});
if (isLive) process.stdout.write("\r\x1b[2K");

done.sort((a, b) => known.indexOf(a.id) - known.indexOf(b.id));
const ratio = (x: number) => x.toFixed(2);
console.log(
  table(
    ["exercise", "thrown away", "nearest malrule", "different", "effort", "rises", "oracle", "released", "s"],
    done.map(({ id, redraws, nearest: near, distinct, effort, oracle, isReleased, seconds: took }) => [
      id,
      redraws.map(percent).join(" "),
      near ? ratio(near.margin) : "–",
      distinct.map((n) => (n >= 1_000 ? "≥1000" : `${n}`)).join(" "),
      effort.range.map(ratio).join("–"),
      effort.medians.map((m) => m.toFixed(0)).join(" → "),
      oracle,
      isReleased ? "yes" : "no",
      ratio(took),
    ]),
  ),
);

const variants = done.reduce((sum, one) => sum + one.variants, 0);
const faulty = done.filter(({ faults }) => faults.length > 0);
const worst = done
  .flatMap(({ id, nearest: near }) => (near ? [{ id, ...near }] : []))
  .sort((a, b) => a.margin - b.margin);
console.log(`\n${done.length} exercises, ${variants} variants, ${seconds().toFixed(0)} s`);
if (worst[0])
  console.log(
    `The smallest margin: ${ratio(worst[0].margin)} times the least distance, ${worst[0].id}, ${worst[0].malrule}`,
  );
const unreleased = done.filter(({ isReleased }) => !isReleased);
if (unreleased.length > 0) console.log(`Not released (no digests): ${unreleased.map(({ id }) => id).join(", ")}`);
const unasked = done.filter(({ oracle }) => oracle === 0);
if (unasked.length > 0) console.log(`Not answered by the oracle: ${unasked.map(({ id }) => id).join(", ")}`);
for (const { id, faults } of faulty) for (const fault of faults) console.log(`FAIL ${id}: ${fault}`);
console.log(faulty.length === 0 ? "All hold." : `${faulty.length} exercises with faults.`);
process.exitCode = faulty.length === 0 ? 0 : 1;
