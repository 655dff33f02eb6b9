/** `npm run bench -- <name>`: measures, and prints a table or JSON. Ends with 1 where a limit does not hold. */
import { z } from "zod";
import type { Report } from "#bench/compare.ts";
import { ExpectedError } from "#cli/expected.mjs";
import { readArguments } from "./arguments.ts";
import { table } from "./table.ts";

const options = {
  json: { type: "boolean" },
  count: { type: "string" },
  seed: { type: "string" },
  only: { type: "string" },
} as const;

const schema = z.object({
  positionals: z.tuple([z.string()], "give the name of one bench").transform(([name]) => name),
  json: z.boolean().default(false),
  /** For fuzz: how many strings, by which seed; or one input alone, as a failure printed it. */
  count: z.coerce.number().int().positive().default(1_000_000),
  seed: z.string().default("1"),
  only: z.string().optional(),
});
type BenchOptions = Omit<z.infer<typeof schema>, "positionals" | "json">;

const rowsOnly = (rows: Report["rows"]): Report => ({ rows, notes: [] });
const benches = new Map<string, (given: BenchOptions) => Promise<Report>>([
  ["analysis", async () => await (await import("#bench/analysis.ts")).run()],
  ["bank", async () => rowsOnly((await import("#bench/bank.ts")).run())],
  ["fuzz", async (given) => await (await import("#bench/fuzz.ts")).run(given)],
  ["gradebook", async () => await (await import("#bench/gradebook.ts")).run()],
  ["grading", async () => await (await import("#bench/grading.ts")).run()],
  ["mastery", async () => await (await import("#bench/mastery.ts")).run()],
  ["math", async () => rowsOnly((await import("#bench/math.ts")).run())],
  ["pages", async (given) => await (await import("#bench/pages.ts")).run(given)],
  ["progress", async () => await (await import("#bench/progress.ts")).run()],
  ["start", async () => rowsOnly(await (await import("#bench/start.ts")).run())],
  ["weight", async () => await (await import("#bench/weight.ts")).run()],
]);

const usage = `npm run bench -- <${[...benches.keys()].join(" | ")}> [--json]; fuzz: [--count 1000000] [--seed 1] [--only '{…}']`;
const { positionals: name, json, ...given } = readArguments(usage, options, schema);
const bench = benches.get(name);
if (!bench)
  throw new ExpectedError("usage", `There is no bench "${name}"; there are: ${[...benches.keys()].join(", ")}.`);
const { rows, notes } = await bench(given);
if (json) console.log(JSON.stringify(rows, null, 2));
else if (rows.length > 0)
  console.log(
    table(
      ["name", "value", "unit", "against", "ratio", "half of them"],
      rows.map(({ name, value, unit, against, ratio, spread: [low, high] }) => [
        name,
        value,
        unit,
        against,
        ratio,
        `${low} to ${high}`,
      ]),
    ),
  );
// Whoever asks for JSON gets nothing else on stdout.
const say = json ? console.error : console.log;
for (const note of notes) say(note);
for (const { name, ratio, limit } of rows) {
  if (limit === undefined) continue;
  const holds = ratio <= limit;
  say(`${holds ? "pass" : "FAIL"}: ${name}: ${ratio} ${holds ? "≤" : ">"} ${Number(limit.toPrecision(3))}`);
  if (!holds) process.exitCode = 1;
}
