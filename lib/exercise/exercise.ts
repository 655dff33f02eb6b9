/**
 * The contract of an exercise: a short chain of named steps, each a pure function of the parameters and of
 * earlier steps. `exercise({...}).params(...).prompt(...).step(...)….asks(...).check(...)` builds one; the
 * types of earlier steps are inferred along the chain. docs/concepts.md tells what the graph gives.
 */
import type { z } from "zod";
import type { Figure } from "./figure.ts";
import type { KindSpec, StepValue, Value } from "./kinds.ts";
import type { Rng } from "./rng.ts";
import type { SkillId } from "./skills.ts";
import type { FormulaId } from "./tutorial.ts";

export type Level = 1 | 2 | 3;
export const levels = [1, 2, 3] as const;

/** Where in the tutorial an exercise comes from: its section, and the examples, practice problems and formulas it rests on. */
export interface Source {
  section: string;
  examples?: readonly number[];
  practice?: readonly number[];
  formulas?: readonly FormulaId[];
}

export interface About {
  /** `<topic>/<slug>`, the path of the file below exercises/. */
  id: string;
  /** Raised whenever the digest of a released exercise must change. */
  version: number;
  title: string;
  /** One sentence for the catalogue. */
  summary: string;
  skills: readonly [SkillId, ...SkillId[]];
  source: Source;
  /** Levels that have fewer than a thousand different variants, each with the reason. */
  scarce?: Readonly<Partial<Record<Level, string>>>;
}

/** Values of the steps evaluated so far, by name. */
export type Scope = Readonly<Record<string, Value>>;

/** A known wrong rule in place of a step's own. It is not applicable, and so inert, where it gives undefined. */
export interface Malrule<P, S, V> {
  value(p: P, s: S): V | undefined;
  /** Feedback: what happened, and what to look at. May contain $TeX$. */
  says: string;
}

/** How a step is explained. */
export interface Explained<P, S, V> {
  /** TeX of the quantity: `z`, `\partial L/\partial w`. */
  label: string;
  /** The quantity in words, for screen readers and sentences: "the pre-activation z". */
  words: string;
  /** A sentence that tells how to go about it, shown as a hint together with the formula. */
  hint: string;
  /** The skill of the exercise that this step takes; the first one where absent. */
  skill?: SkillId;
  /** The right-hand side in symbols, as TeX: `wx + b`. */
  formula: string | ((p: P) => string);
  /** The formula with this variant's numbers, as TeX; absent where the formula has none to put in. */
  work?(p: P, s: S): string;
  /** Ids of the options that this variant lists, in that order; all of them as they are declared where absent. */
  lists?(p: P): readonly string[];
  malrules?: Readonly<Record<string, Malrule<P, S, V>>>;
}

/** One step as the machinery sees it. */
export interface Step<P> {
  readonly name: string;
  readonly spec: KindSpec;
  readonly label: string;
  readonly words: string;
  readonly hint: string;
  readonly skill: SkillId;
  /** Not a function property: parameters of methods compare bivariantly, so that a list can hold steps of different scopes. */
  value(p: P, s: Scope): Value;
  formula(p: P): string;
  work(p: P, s: Scope): string | undefined;
  lists(p: P): readonly string[] | undefined;
  readonly malrules: Readonly<Record<string, Malrule<P, Scope, Value>>>;
}

/** The tutorial's own numbers as a variant: `{ level: 1, params: … }` under a name such as "36" or "practice-3". */
export interface Example<P> {
  level: Level;
  params: P;
}

export interface Exercise<P = unknown> extends About {
  readonly topic: string;
  readonly schema: z.ZodType<P>;
  readonly steps: readonly Step<P>[];
  readonly asks: Readonly<Record<Level, readonly string[]>>;
  readonly examples: Readonly<Record<string, Example<P>>>;
  draw(rng: Rng, level: Level): P;
  prompt(p: P, level: Level): string;
  /** The case a variant belongs to, where variants of one level are of different kinds (a dead or a live ReLU). */
  caseOf(p: P): string;
  /** The asked answers by another route than the steps. */
  check(p: P): Readonly<Record<string, Value | undefined>>;
  /** A figure beside the prompt; holds nothing that is asked. */
  figure(p: P): Figure | undefined;
  /** A figure of the worked solution. */
  solutionFigure(p: P, s: Scope): Figure | undefined;
}

interface Chain<P, S extends Scope> {
  /** Adds a step. Its value may use the parameters and every earlier step. */
  step<N extends string, K extends KindSpec>(
    name: N,
    spec: K,
    value: (p: P, s: S) => StepValue<K>,
    explained: Explained<P, S, StepValue<K>>,
  ): Chain<P, S & Readonly<Record<N, StepValue<K>>>>;
  /** Which steps each level asks for, in order. */
  asks(asks: Readonly<Record<Level, readonly [keyof S & string, ...(keyof S & string)[]]>>): Asked<P, S>;
}

interface Asked<P, S extends Scope> {
  /** A figure beside the prompt, and one for the worked solution; undefined for variants without one. */
  figures(figures: {
    prompt?: (p: P) => Figure | undefined;
    solution?: (p: P, s: S) => Figure | undefined;
  }): Asked<P, S>;
  /** The tutorial's own numbers. */
  examples(examples: Readonly<Record<string, Example<P>>>): Asked<P, S>;
  /** Names the case of a variant, where variants of one level are of different kinds. */
  cases(caseOf: (p: P) => string): Asked<P, S>;
  /** A second, independent derivation of every asked step. */
  check(check: (p: P) => Readonly<Partial<S>>): Exercise<P>;
}

interface Prompted<P> {
  /** The text of the exercise as Markdown with $TeX$. */
  prompt(prompt: (p: P, level: Level) => string): Chain<P, Readonly<Record<never, never>>>;
}

interface Begun {
  /** The schema of the parameters, and how to draw them. */
  params<P>(schema: z.ZodType<P>, draw: (rng: Rng, level: Level) => P): Prompted<P>;
}

/** Begins an exercise; exercises/backpropagation/neuron.ts is a complete one. */
export function exercise(about: About): Begun {
  return {
    params: <P>(schema: z.ZodType<P>, draw: (rng: Rng, level: Level) => P) => ({
      prompt: (prompt: (p: P, level: Level) => string) =>
        chain<P, Readonly<Record<never, never>>>({
          ...about,
          topic: about.id.split("/")[0] ?? about.id,
          schema,
          draw,
          prompt,
          steps: [],
          asks: { 1: [], 2: [], 3: [] },
          examples: {},
          caseOf: () => "all",
          check: () => ({}),
          figure: () => undefined,
          solutionFigure: () => undefined,
        }),
    }),
  };
}

function chain<P, S extends Scope>(so: Exercise<P>): Chain<P, S> {
  return {
    step<N extends string, K extends KindSpec>(
      name: N,
      spec: K,
      value: (p: P, s: S) => StepValue<K>,
      { formula, work, lists, malrules = {}, skill = so.skills[0], ...explained }: Explained<P, S, StepValue<K>>,
    ) {
      const step: Step<P> = {
        name,
        spec,
        ...explained,
        skill,
        value,
        malrules,
        formula: (p: P) => (typeof formula === "string" ? formula : formula(p)),
        work: (p: P, s: S) => work?.(p, s),
        lists: (p: P) => lists?.(p),
      };
      return chain<P, S & Readonly<Record<N, StepValue<K>>>>({ ...so, steps: [...so.steps, step] });
    },
    asks: (asks) => asked<P, S>({ ...so, asks }),
  };
}

function asked<P, S extends Scope>(so: Exercise<P>): Asked<P, S> {
  return {
    figures: ({ prompt, solution }) =>
      asked<P, S>({
        ...so,
        figure: (p: P) => prompt?.(p),
        solutionFigure: (p: P, s: S) => solution?.(p, s),
      }),
    examples: (examples) => asked<P, S>({ ...so, examples }),
    cases: (caseOf) => asked<P, S>({ ...so, caseOf }),
    check: (check) => ({ ...so, check }),
  };
}
