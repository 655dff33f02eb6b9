/**
 * The estimate and the picker of lib/mastery, judged on simulated learners of another family than the estimate's, by
 * what they truly know. The base rate is fitted on a training population; the judged learners have other seeds, which
 * nothing was fitted or tuned on. docs/mastery.md states what is assumed.
 */
import { catalogue } from "#lib/course/registry.ts";
import { createRng } from "#lib/exercise/rng.ts";
import type { Report, Row } from "./compare.ts";
import { calibration, type Forecast, logLoss, ratioInterval } from "./mastery-statistics.ts";
import type { World } from "./simulated-learner.ts";
import {
  type Bank,
  bankOf,
  type Foretold,
  mostItems,
  type Policy,
  type Practised,
  practise,
} from "./simulated-practice.ts";

const usual: World = {
  name: "usual",
  halfLife: [10, 90],
  learns: [0.12, 0.5],
  ungated: 0.15,
  unready: 0.1,
  slip: [0.02, 0.08],
  luck: [0.02, 0.12],
};

/** The same learners but for one assumption each; the constants of lib/mastery were not tuned on any of these. */
const others: readonly World[] = [
  { ...usual, name: "faster forgetting", halfLife: [4, 30] },
  { ...usual, name: "weaker prerequisites", ungated: 0.8, unready: 0.7 },
  { ...usual, name: "more lucky answers", luck: [0.1, 0.35] },
];

const judged = 1_000;
const training = 40;
/** Of a setting that is reported and not judged; and of the learners whose random practice the estimate follows. */
const fewer = 40;

export async function run(): Promise<Report> {
  const bank = bankOf(catalogue);
  const rows = [...judge(usual, bank, judged).map(limited), ...others.flatMap((world) => judge(world, bank, fewer))];
  return {
    rows: rows.map(({ notes: _, ...row }) => row),
    notes: ["The last column is the 95 % interval over learners.", ...rows.flatMap(({ notes = [] }) => notes)],
  };
}

interface Judged extends Row {
  /** The ratio that must not be passed in the setting that is judged. */
  bound: number;
  notes?: readonly string[];
}

const limited = ({ bound, ...row }: Judged): Judged => ({ ...row, bound, limit: bound });

/** All that is asked of one setting. */
function judge(world: World, bank: Bank, learners: number): Judged[] {
  const people = (population: string, policy: Policy, n: number, watched: number) =>
    Array.from({ length: n }, (_, i) => practise(`${population} ${i}`, world, policy, bank, i < watched));
  const picker = people("held out", "picker", learners, learners);
  const random = people("held out", "random", learners, fewer);
  return [
    effort(world, picker, random),
    ...foresight(`${world.name}, practice by the picker`, people("training", "picker", training, training), picker),
    ...foresight(`${world.name}, random practice`, people("training", "random", training, training), random),
  ];
}

/** Items to true mastery; the ratio is the upper end of its 95 % interval. */
function effort({ name }: World, picker: readonly Practised[], random: readonly Practised[]): Judged {
  const pairs = picker.map(({ items }, i) => [items, random[i]!.items] as const);
  const interval = ratioInterval(pairs, createRng("items"));
  const missed = (all: readonly Practised[]) => all.filter(({ reached }) => !reached).length;
  return {
    name: `${name}: items to true mastery, by the picker against at random`,
    value: rounded(mean(pairs.map(([items]) => items))),
    unit: "items",
    against: rounded(mean(pairs.map(([, items]) => items))),
    ratio: rounded(interval[1]),
    spread: [rounded(interval[0]), rounded(interval[1])],
    bound: 1 / 1.3,
    notes: [
      `${name}: random practice took ${(1 / interval[1]).toFixed(2)} to ${(1 / interval[0]).toFixed(2)} times as many items (95 %). ` +
        `Of ${pairs.length} learners, ${missed(picker)} by the picker and ${missed(random)} at random had not got there after ${mostItems} items, and count as if they had.`,
    ],
  };
}

/** Log loss against the base rate, and the slope of calibration. */
function foresight(name: string, trained: readonly Practised[], all: readonly Practised[]): Judged[] {
  const people = all.filter(({ foretold }) => foretold.length > 0);
  const rate = baseRate(trained.flatMap(({ foretold }) => foretold));
  const forecasts = people.flatMap(({ foretold }) => foretold);
  const losses = people.map(
    ({ foretold }) => [logLoss(foretold), logLoss(foretold.map((one) => ({ ...one, chance: rate(one) })))] as const,
  );
  const interval = ratioInterval(losses, createRng("loss"));
  const perTry = (sum: number) => rounded(sum / forecasts.length);
  const { slope, intercept } = calibration(forecasts);
  const off = rounded(Math.abs(slope - 1) / 0.1);
  return [
    {
      name: `${name}: log loss of first tries, against the base rate`,
      value: perTry(losses.reduce((sum, [ours]) => sum + ours, 0)),
      unit: "nats",
      against: perTry(losses.reduce((sum, [, base]) => sum + base, 0)),
      ratio: rounded(interval[1]),
      spread: [rounded(interval[0]), rounded(interval[1])],
      bound: 1,
    },
    {
      name: `${name}: calibration slope, its distance from 1 against 0.1`,
      value: rounded(slope),
      unit: "",
      against: 1,
      ratio: off,
      spread: [off, off],
      bound: 1,
      notes: [
        `${name}: ${forecasts.length} first tries, ${share(forecasts)} right; slope ${slope.toFixed(3)}, intercept ${intercept.toFixed(3)}.`,
      ],
    },
  ];
}

/** The share of right first tries by skill and level, each with one success and one failure put in beforehand. */
function baseRate(trained: readonly Foretold[]): (one: Foretold) => number {
  const counts = new Map<string, { right: number; tries: number }>();
  const key = ({ skill, level }: Foretold) => `${skill} ${level}`;
  for (const one of trained) {
    const count = counts.get(key(one)) ?? { right: 0, tries: 0 };
    counts.set(key(one), { right: count.right + (one.right ? 1 : 0), tries: count.tries + 1 });
  }
  return (one) => {
    const { right, tries } = counts.get(key(one)) ?? { right: 0, tries: 0 };
    return (right + 1) / (tries + 2);
  };
}

const mean = (xs: readonly number[]) => xs.reduce((sum, x) => sum + x, 0) / xs.length;
const share = (all: readonly Forecast[]) =>
  `${((100 * all.filter(({ right }) => right).length) / all.length).toFixed(1)} %`;
const rounded = (x: number) => Number(x.toPrecision(3));
