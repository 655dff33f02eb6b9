/**
 * Judging against the peers, on the same inputs in one run. A typed number: reading and comparing, from raw text to
 * verdict, on both sides. Two formulas: both parsed, then compared; all get the same TeX.
 */
import { scalar } from "#lib/exercise/kinds.ts";
import { equivalent } from "#lib/expression/equivalence.ts";
import { toTex } from "#lib/expression/latex.ts";
import { parse } from "#lib/expression/parse.ts";
import { verdictOf } from "#lib/grading/verdict.ts";
import { compare, type Report, type Row, row } from "./compare.ts";
import { allowed, formulaPairs, type Pair, typedNumbers } from "./corpus.ts";
import { type Answer, byComputeEngine, byKas, byProof, perseusGrader } from "./peers.ts";
import { quietly } from "./quiet.ts";

export async function run(): Promise<Report> {
  return quietly(() => {
    const numbers = numberRows();
    const formulas = formulaRows();
    return { rows: [...numbers.rows, ...formulas.rows], notes: [...numbers.notes, ...formulas.notes] };
  });
}

function numberRows(): Report {
  const spec = scalar({ rule: { within: { abs: allowed, rel: 0 } } });
  const graders = typedNumbers.map(({ reference }) => perseusGrader(reference, allowed));
  const at = (i: number) => typedNumbers[i % typedNumbers.length]!;
  const own = (i: number) => verdictOf(spec, at(i).reference, at(i).typed);
  const theirs = (i: number) => graders[i % graders.length]!(at(i).typed);
  const score = (rightly: (i: number) => boolean) => typedNumbers.filter((_, i) => rightly(i)).length;
  const [ours, perseus] = [
    score((i) => (own(i) === "right") === at(i).right),
    score((i) => (theirs(i) === true) === at(i).right),
  ];
  return {
    rows: [{ ...compare("judging a typed number, against perseus-score", own, theirs, 51), limit: 1 / 3 }],
    notes: [
      `Numbers judged rightly, of ${typedNumbers.length}: ours ${ours}, perseus-score ${perseus}.`,
      "Included for a number: from its raw text to the verdict; perseus-score with its rubric at hand, evaluator made anew.",
    ],
  };
}

interface Question extends Pair {
  /** Both sides as TeX, which all libraries read. */
  tex: readonly [string, string];
}

const variables = ["x", "y"];

function questionOf(pair: Pair): Question {
  const tex = (text: string) => {
    const parsed = parse(text, { names: variables });
    if (parsed.outcome !== "parsed") throw new RangeError(`the corpus has "${text}", which is not one formula`);
    return toTex(parsed.expr);
  };
  return { ...pair, tex: [tex(pair.s), tex(pair.t)] };
}

function byUs({ tex: [s, t], domain }: Question): Answer {
  const [a, b] = [parse(s, { names: variables }), parse(t, { names: variables })];
  if (a.outcome !== "parsed" || b.outcome !== "parsed") return "unread";
  return equivalent(a.expr, b.expr, { variables, domain });
}

const peers: readonly (readonly [name: string, by: (s: string, t: string) => Answer])[] = [
  ["kas", byKas],
  ["compute-engine isEqual", byComputeEngine],
  ["compute-engine isIdenticallyEqual", byProof],
];

/** Rounds go on for so long, and there are at least so many: the dearest peer takes half a second for one. */
const measureMs = 4_000;
const leastRounds = 7;
const warmUpMs = 1_000;

function formulaRows(): Report {
  const questions = formulaPairs.map(questionOf);
  const rows = peers.flatMap(([name, by]) => rowsAgainst(name, questions, by));
  const quality = [
    qualityOf("ours", questions, byUs),
    ...peers.map(([name, by]) => qualityOf(name, questions, ({ tex: [s, t] }) => by(s, t))),
  ];
  return {
    rows,
    notes: [
      ...quality,
      "Included for formulas: both sides parsed from TeX and compared, on both sides. Ours knows the domain, the peers have none to be told.",
    ],
  };
}

/** The whole corpus in one go, round by round; and pair by pair, so that no dear pair stands for all. */
function rowsAgainst(name: string, questions: readonly Question[], by: (s: string, t: string) => Answer): Row[] {
  const single = questions.map((question) => {
    const ask = () => guarded(() => by(...question.tex));
    return [question, ask] as const;
  });
  // One side goes through the whole corpus before the other does, as a server or a script would.
  const once = (isOursFirst: boolean) => {
    const ours = () => single.map(([question]) => microseconds(() => byUs(question)));
    const asked = () => single.map(([, ask]) => microseconds(ask));
    const first = isOursFirst ? ours() : asked();
    const second = isOursFirst ? asked() : ours();
    const [own, theirs] = isOursFirst ? [first, second] : [second, first];
    return own.map((time, k) => [time, theirs[k]!] as const);
  };
  warmUp(() => questions.map(byUs));
  warmUp(() => single.map(([, ask]) => ask()));
  const times: ReturnType<typeof once>[] = [];
  const end = performance.now() + measureMs;
  while (times.length < leastRounds || performance.now() < end) times.push(once(times.length % 2 === 0));
  const sums = times.map(
    (pairs) => [total(pairs.map(([own]) => own)), total(pairs.map(([, theirs]) => theirs))] as const,
  );
  const each = questions.map(
    (_, k) =>
      [Math.min(...times.map((pairs) => pairs[k]![0])), Math.min(...times.map((pairs) => pairs[k]![1]))] as const,
  );
  const mean = sums.map(([own, theirs]) => [own / questions.length, theirs / questions.length] as const);
  return [
    { ...row(`deciding equivalence, whole corpus, against ${name}`, "µs", mean), limit: 1 / 10 },
    { ...row(`the same, pair by pair, against ${name}`, "µs", each), limit: 1 / 10 },
  ];
}

function warmUp(work: () => unknown): void {
  const end = performance.now() + warmUpMs;
  while (performance.now() < end) kept[0] = work();
}

function microseconds(work: () => unknown): number {
  const start = performance.now();
  kept[0] = work();
  return 1_000 * (performance.now() - start);
}

/** Results go here, so that no call can be optimised away. */
const kept: unknown[] = [undefined];

const total = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0);

/** What a library answers, or that it threw. */
function guarded(ask: () => Answer): Answer | "threw" {
  try {
    return ask();
  } catch {
    return "threw";
  }
}

function qualityOf(name: string, questions: readonly Question[], by: (question: Question) => Answer): string {
  const counts = { right: 0, wrong: 0, undecided: 0, unread: 0, threw: 0 };
  const mistaken: string[] = [];
  for (const question of questions) {
    const answer = guarded(() => by(question));
    const isRight = (answer === "equal") === question.equal;
    const verdict = answer === "equal" || answer === "different" ? (isRight ? "right" : "wrong") : answer;
    counts[verdict]++;
    if (verdict !== "right") mistaken.push(`${question.s} ~ ${question.t} (${verdict})`);
  }
  const said = Object.entries(counts).map(([verdict, n]) => `${verdict} ${n}`);
  const which = mistaken.length > 0 && mistaken.length <= 12 ? `: ${mistaken.join("; ")}` : "";
  return `Formulas, of ${questions.length}, ${name}: ${said.join(", ")}${which}`;
}
