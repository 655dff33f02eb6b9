/** What a regrade would change of an assignment, read from its form and held against what its rows say now. Pure. */
import type { AssignmentConfig } from "#lib/course/assignment/config.ts";
import { exerciseOf, type Item, type Part } from "#lib/course/assignment/content.ts";
import { readItemTerms } from "#lib/course/assignment/item-terms-form.ts";
import { itemRulesSchema, itemWeightsSchema } from "#lib/course/assignment/terms.ts";
import { levelSchema } from "#lib/course/level.ts";
import { findVersion, released } from "#lib/course/registry.ts";
import type { Exercise, Level } from "#lib/exercise/exercise.ts";
import { toleranceSchema } from "#lib/exercise/kinds.ts";
import { ruleInWords } from "#lib/exercise/rule.ts";
import { stepOf } from "#lib/exercise/step.ts";
import { faultsOfRules, type Rules, withRules } from "#lib/grading/with-rules.ts";
import { type ChangeForm, whole } from "./form.ts";

type Weights = Readonly<Record<string, number>>;

/** An item whose answers are judged again, and by what. */
export interface ChangedItem {
  row: Item;
  level: Level;
  /** In the version it is judged by from now on. */
  exercise: Exercise;
  /** Whether that is another version than before. */
  moves: boolean;
  /** Whether only what a carried value earns is another. */
  onlyCarried: boolean;
  rules: Rules;
  weights: Weights;
}

export interface PlannedChange {
  /** None where only points change. */
  items: ChangedItem[];
  carried: number;
  /** Of those parts that change. */
  points: ReadonlyMap<string, number>;
  /** What is different then, in words; empty where the terms stay as they are. */
  says: string[];
}

type Errors = Readonly<Record<string, string>>;
type Content = { config: AssignmentConfig; parts: readonly Part[] };

/** The change that a form describes; undefined where its item is not there, or its code is gone. */
export function readChange(content: Content, form: ChangeForm): PlannedChange | { errors: Errors } | undefined {
  return form.item === whole ? wholeChange(content, form) : itemChange(content, form);
}

/** The versions an item can be regraded onto, its own among them: those that ask the same and take its parameters. */
export function versionsFor(row: Item): Exercise[] {
  const own = exerciseOf(row);
  if (!own) return [];
  const level = levelSchema.parse(row.level);
  const rules = itemRulesSchema.parse(row.rules);
  const askedOf = (exercise: Exercise) => [...exercise.asks[level]].sort().join();
  return released
    .filter((other) => other.id === own.id)
    .filter((other) => askedOf(other) === askedOf(own) && faultsOfRules(other, rules).length === 0)
    .filter((other) => row.seed === null || other.schema.safeParse(row.params ?? {}).success)
    .toSorted((a, b) => a.version - b.version);
}

function itemChange({ config, parts }: Content, form: ChangeForm): PlannedChange | { errors: Errors } | undefined {
  const row = parts.flatMap(({ items }) => items).find(({ id }) => id === form.item);
  const own = row && exerciseOf(row);
  if (!row || !own) return undefined;
  const level = levelSchema.parse(row.level);
  const version = Number(form.version ?? own.version);
  const exercise = version === own.version ? own : versionsFor(row).find((other) => other.version === version);
  if (!exercise) return { errors: { version: "This version does not fit the item." } };
  const asked = exercise.asks[level].map((name) => stepOf(exercise, name));
  const read = readItemTerms(asked, form);
  if ("errors" in read) return read;
  const moves = exercise.version !== own.version;
  const item = { row, level, exercise, moves, onlyCarried: false, ...read };
  return { items: [item], carried: config.carried, points: new Map(), says: differences(own, item) };
}

/** What is different for an item, in words. */
function differences(own: Exercise, { row, level, exercise, moves, rules, weights }: ChangedItem): string[] {
  const before = itemRulesSchema.parse(row.rules);
  const was = faultsOfRules(own, before).length > 0 ? own : withRules(own, before);
  const is = withRules(exercise, rules);
  const asked = exercise.asks[level];
  const weighed = itemWeightsSchema.parse(row.weights);
  const weightsOf = (of: Weights) => asked.map((name) => (Object.hasOwn(of, name) ? (of[name] ?? 1) : 1));
  const [wasWeighed, isWeighed] = [weightsOf(weighed), weightsOf(weights)];
  const sameWeights = isWeighed.every(
    (weight, i) => Math.abs(weight / sum(isWeighed) - (wasWeighed[i] ?? 1) / sum(wasWeighed)) < 1e-9,
  );
  return [
    ...(moves ? [`version ${exercise.version} (was ${own.version})`] : []),
    ...asked.flatMap((name) => {
      if (textOf(before, name) === textOf(rules, name)) return [];
      const { words, spec } = stepOf(is, name);
      return [`${words}: ${ruleInWords(spec)} (was ${ruleInWords(stepOf(was, name).spec)})`];
    }),
    ...(sameWeights ? [] : [`weights ${isWeighed.join(" : ")} (were ${wasWeighed.join(" : ")})`]),
  ];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

/** A tolerance with its fields in one order: the database keeps another. */
const textOf = (rules: Rules, name: string): string =>
  Object.hasOwn(rules, name) ? JSON.stringify(toleranceSchema.parse(rules[name])) : "";

const amount = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(",", ".")) : undefined;

function wholeChange({ config, parts }: Content, form: ChangeForm): PlannedChange | { errors: Errors } {
  const errors: Record<string, string> = {};
  const percent = amount(form.carried);
  if (percent === undefined || percent > 100) errors.carried = "Type a percentage from 0 to 100.";
  const points = new Map<string, number>();
  for (const part of parts) {
    const typed = amount(form[`points-${part.id}`]);
    if (typed === undefined || typed > 1000) errors[`points-${part.id}`] = "Type points from 0 to 1000.";
    else if (typed !== part.points) points.set(part.id, typed);
  }
  if (Object.keys(errors).length > 0) return { errors };
  const carried = (percent ?? 0) / 100;
  const changes = Math.abs(carried - config.carried) > 1e-12;
  return {
    items: changes ? parts.flatMap(({ items }) => items.flatMap(asItStands)) : [],
    carried,
    points,
    says: [
      ...(changes ? [`carried forward: ${percentOf(carried)} (was ${percentOf(config.carried)})`] : []),
      ...parts.flatMap((part) => {
        const now = points.get(part.id);
        return now === undefined ? [] : [`points of part ${part.position}: ${now} (was ${part.points})`];
      }),
    ],
  };
}

const percentOf = (share: number): string => `${Math.round(share * 1000) / 10} %`;

/** An item judged again by its own terms, but for what carries over. */
function asItStands(row: Item): ChangedItem[] {
  const exercise = row.version === null ? exerciseOf(row) : findVersion(row.exerciseId, row.version);
  if (!exercise) return [];
  const [rules, weights] = [itemRulesSchema.parse(row.rules), itemWeightsSchema.parse(row.weights)];
  return [{ row, level: levelSchema.parse(row.level), exercise, moves: false, onlyCarried: true, rules, weights }];
}
