/** What a simulated student types: right, wrong by one of the exercise’s own known mistakes, or by a slip. Pure. */
import { consequences } from "#lib/exercise/consequences.ts";
import { evaluate } from "#lib/exercise/evaluate.ts";
import type { Exercise, Level } from "#lib/exercise/exercise.ts";
import type { Rng } from "#lib/exercise/rng.ts";
import { InertMalrule } from "#lib/exercise/run.ts";
import { stepOf } from "#lib/exercise/step.ts";
import { kindOf } from "#lib/grading/kinds/table.ts";

export interface Sat {
  exercise: Exercise;
  level: Level;
  /** Parsed. */
  params: unknown;
}

/** The chance of a right answer: $1 / (1 + e^{d - a})$, of ability a and difficulty d. */
export const chanceOf = (ability: number, difficulty: number): number => 1 / (1 + Math.exp(difficulty - ability));

/** Whether something of that chance happens. */
export const happens = (rng: Rng, chance: number): boolean => rng.int(1, 10_000) <= Math.round(chance * 10_000);

/** Three of four mistakes are ones with a name; every twelfth is a blank. */
const shares = { named: 0.75, blank: 0.08 } as const;

/** An answer as it is typed, by step. */
export function typedBy(sat: Sat, isRight: boolean, rng: Rng): Record<string, string> {
  const right = printed(sat);
  if (isRight) return right;
  const asked = sat.exercise.asks[sat.level];
  if (happens(rng, shares.named)) {
    const named = byMalrule(sat, rng);
    if (named) return named;
  }
  const [first = "", ...rest] = asked;
  const slip = rng.pick([first, ...rest]);
  return { ...right, [slip]: happens(rng, shares.blank) ? "" : slipped(right[slip] ?? "", rng) };
}

type Malrule = { step: string; id: string };

/** With everything that follows from it. Of several mistakes the first are made more often. */
function byMalrule(sat: Sat, rng: Rng): Record<string, string> | undefined {
  const { exercise, params, level } = sat;
  const found = exercise.asks[level].flatMap((name) => consequences(exercise, params, name));
  const chosen = found[Math.min(rng.int(0, found.length), rng.int(0, found.length - 1))];
  return chosen && printed(sat, { step: chosen.at, id: chosen.id });
}

/** The values of the asked steps, in as many digits as people type. */
function printed({ exercise, params, level }: Sat, malrule?: Malrule): Record<string, string> {
  const [right, wrong] = [evaluate(exercise, params), malrule && evaluate(exercise, params, { malrule })];
  return Object.fromEntries(
    exercise.asks[level].map((name) => {
      const { spec } = stepOf(exercise, name);
      return [name, shortened(kindOf(spec).print(at(name), spec))];
    }),
  );

  function at(name: string) {
    try {
      return (wrong ?? right).value(name);
    } catch (error) {
      if (error instanceof InertMalrule) return right.value(name);
      throw error;
    }
  }
}

/** Nobody copies sixteen digits. */
const shortened = (text: string): string =>
  text.replaceAll(/\d*\.\d{7,}(?:e-?\d+)?/g, (digits) => String(Number(Number(digits).toPrecision(6))));

/** A sign that is lost, or a digit. What is no number is left blank. */
function slipped(text: string, rng: Rng): string {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return "";
  if (happens(rng, 0.5)) return text.startsWith("-") ? text.slice(1) : `-${text}`;
  return String(Number((Number(text) * (1 + rng.nonzero(-4, 4) / 10)).toPrecision(3)));
}
