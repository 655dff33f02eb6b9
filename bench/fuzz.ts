/**
 * `npm run bench -- fuzz [--count 1000000] [--seed 1] [--only '{…}']`: judges strings of every sort under every kind, and
 * fails where one throws, takes longer than 20 ms, reaches a prototype or a global, or where memory is left behind.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { z } from "zod";
import { ExpectedError } from "#cli/expected.mjs";
import { axesOf, kindSpecSchema, type Value } from "#lib/exercise/kinds.ts";
import { createRng } from "#lib/exercise/rng.ts";
import { gradeLine } from "#lib/grading/bulk.ts";
import { kindOf } from "#lib/grading/kinds/table.ts";
import { verdictOf } from "#lib/grading/verdict.ts";
import { worst } from "#test/grading/worst.ts";
import type { Report } from "./compare.ts";
import { drawInput, type Input, lures } from "./fuzz-inputs.ts";
import { layTraps, type Traps } from "./traps.ts";

/** Longest that one string may take; a machine pauses, so that a slow one has as many more chances. */
const longestMs = 20;
const chances = 3;
/** Failures that are printed before the run ends early. */
const mostFailures = 10;
/** Largest growth of the heap from the first checkpoint to a later one. */
const mostGrowth = 32 * 2 ** 20;
const checkpoint = 100_000;

export interface FuzzOptions {
  count: number;
  seed: string;
  /** One input as a failure printed it, to judge alone. */
  only?: string | undefined;
}

type Verdict = ReturnType<typeof verdictOf>;

/** All that becomes of a typed answer: read, compared, near misses looked for, printed and read again. */
function judgeOne({ spec, reference, raw }: Input): Verdict {
  const kind = kindOf(spec);
  const verdict = verdictOf(spec, reference, raw);
  const reading = kind.read(raw, spec);
  if (reading.outcome !== "read") {
    if (reading.message.length < 5 || reading.at[0] < 0) throw new RangeError("a refusal without words or place");
    return verdict;
  }
  const around = { formula: "\\ln \\sin", sizes: axesOf(reference), written: reading.written, window: [] };
  if (verdict === "wrong") kind.nearMiss(reading.value, reference, spec, around);
  const again = kind.read(kind.print(reading.value, spec), spec);
  if (again.outcome === "unreadable" && isModest(reading.text))
    throw new RangeError(`what was printed cannot be read: ${kind.print(reading.value, spec)}`);
  return verdict;
}

/** What is printed has every parenthesis, and may so pass a limit that what was typed kept to. */
const isModest = (text: string): boolean => text.length < 400 && text.split("(").length < 12;

const variablesToFind = { kind: "expression", rule: { equivalent: { variables: null } } };

/** Judging as a page does; and for formulas as a line of `npm run grade`, on either side, its variables to be found. */
const jobs: readonly ((input: Input) => void)[] = [
  judgeOne,
  ({ spec, raw }) => {
    if (spec.kind === "expression")
      gradeLine(JSON.stringify({ ...variablesToFind, reference: "x^2 + 1", typed: raw }), 1);
  },
  ({ spec, raw }) => {
    if (spec.kind === "expression")
      gradeLine(JSON.stringify({ ...variablesToFind, reference: raw, typed: "x^2 + 1" }), 1);
  },
];

/** What the run has seen so far. */
class Findings {
  readonly verdicts = new Map<Verdict | "none", number>();
  readonly failures: string[] = [];
  slowest: { ms: number; input: Input | undefined } = { ms: 0, input: undefined };

  count(verdict: Verdict | "none"): void {
    this.verdicts.set(verdict, (this.verdicts.get(verdict) ?? 0) + 1);
  }

  /** Keeps what is needed to see the failure again, and ends the run where there are many. */
  fail(what: string, input: Input): void {
    this.failures.push(
      `${JSON.stringify(input.raw).slice(0, 120)} ${what}\n  --only '${JSON.stringify(input).replaceAll("'", "\\u0027")}'`,
    );
    if (this.failures.length >= mostFailures) this.end();
  }

  end(): void {
    if (this.failures.length > 0) throw new ExpectedError("usage", `FAIL:\n${this.failures.join("\n")}`);
  }
}

export async function run({ count, seed, only }: FuzzOptions): Promise<Report> {
  if (only !== undefined) return { rows: [], notes: [account(inputOf(only))] };
  const collect = garbageCollector();
  const traps = layTraps(lures);
  const rng = createRng(`fuzz ${seed}`);
  const findings = new Findings();
  let first = 0;
  let largest = 0;
  const start = performance.now();
  for (let n = 1; n <= count; n++) {
    const input = drawInput(rng, worst);
    examine(input, findings, traps);
    if (n % checkpoint !== 0 && n !== count) continue;
    collect();
    const heap = process.memoryUsage().heapUsed;
    first ||= heap;
    largest = Math.max(largest, heap);
    const seconds = ((performance.now() - start) / 1_000).toFixed(0);
    const slowest = findings.slowest.ms.toFixed(1);
    console.error(`${n} of ${count}, seed ${seed}, ${seconds} s, heap ${megabytes(heap)}, slowest ${slowest} ms`);
    if (heap - first > mostGrowth) findings.fail("memory grows", input);
    for (const what of traps.changed()) findings.fail(what, input);
  }
  findings.end();
  return {
    rows: [],
    notes: [
      `pass: ${count} strings, seed ${seed}: none threw, none took more than ${longestMs} ms, nothing was reached.`,
      `Verdicts: ${[...findings.verdicts].map(([verdict, times]) => `${verdict} ${times}`).join(", ")}.`,
      `Heap after a collection: ${megabytes(first)} at first, ${megabytes(largest)} at most.`,
      `Slowest: ${findings.slowest.ms.toFixed(1)} ms for ${JSON.stringify(findings.slowest.input)}`,
    ],
  };
}

/** Does every job with one input, and the slow ones three times more. */
function examine(input: Input, findings: Findings, traps: Traps): void {
  try {
    for (const job of jobs) {
      let ms = timed(job, input);
      for (let again = 0; ms > longestMs && again < chances; again++) ms = Math.min(ms, timed(job, input));
      if (ms > findings.slowest.ms) findings.slowest = { ms, input };
      if (ms > longestMs) findings.fail(`took ${ms.toFixed(1)} ms`, input);
    }
    findings.count(verdictOf(input.spec, input.reference, input.raw));
  } catch (error) {
    if (error instanceof ExpectedError) throw error;
    findings.count("none");
    findings.fail(`threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`, input);
  }
  const sprung = traps.sprung();
  if (sprung.length > 0) findings.fail(`reached ${sprung.join(", ")}`, input);
}

/** Milliseconds by the clock or of processor time, whichever is less: others may be at work on the machine. */
function timed(job: (input: Input) => void, input: Input): number {
  const cpu = process.cpuUsage();
  const start = performance.now();
  job(input);
  const clock = performance.now() - start;
  if (clock <= longestMs) return clock;
  const { user, system } = process.cpuUsage(cpu);
  return Math.min(clock, (user + system) / 1_000);
}

const inputSchema = z.object({ spec: kindSpecSchema, reference: z.custom<Value>(), raw: z.string() });

function inputOf(text: string): Input {
  return inputSchema.parse(JSON.parse(text));
}

/** What becomes of one input, for a person to look at. */
function account(input: Input): string {
  const start = performance.now();
  const reading = kindOf(input.spec).read(input.raw, input.spec);
  const read = performance.now() - start;
  const verdict = judgeOne(input);
  const all = performance.now() - start;
  return JSON.stringify({ verdict, readMs: read, allMs: all, reading }, null, 2);
}

const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MB`;

/** V8's own, which is only there on request. */
function garbageCollector(): () => void {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  return () => {
    if (typeof collect === "function") collect();
  };
}
