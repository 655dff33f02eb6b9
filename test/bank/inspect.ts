/** Everything that must hold of one variant, as a list of what does not; the bank test and authors run it. */
import katex from "katex";
import { consequences } from "#lib/exercise/consequences.ts";
import { domainOf, isFormula, partsOf } from "#lib/exercise/equal.ts";
import { evaluate } from "#lib/exercise/evaluate.ts";
import type { Exercise, Level } from "#lib/exercise/exercise.ts";
import type { Figure } from "#lib/exercise/figure.ts";
import { axesOf, entriesOf, isNumeric, type KindSpec, type Value } from "#lib/exercise/kinds.ts";
import { largestOf } from "#lib/exercise/noise.ts";
import { publicVariant } from "#lib/exercise/public.ts";
import { hintsOf, solutionOf } from "#lib/exercise/solution.ts";
import { faultsOf } from "#lib/exercise/soundness.ts";
import { shownStep, stepOf } from "#lib/exercise/step.ts";
import type { Variant } from "#lib/exercise/variant.ts";
import { equivalent } from "#lib/expression/equivalence.ts";
import { kindOf } from "#lib/grading/kinds/table.ts";

/** What is wrong with a variant by itself, but for its texts: values, `check`, tolerances, and what the public view holds. */
export function inspectVariant(exercise: Exercise, { params, level }: Variant): string[] {
  return [
    ...inspectParams(exercise, params),
    ...inspectValues(exercise, params, level),
    ...faultsOf(exercise, params, level),
    ...inspectView(exercise, params, level),
  ];
}

function inspectParams(exercise: Exercise, params: unknown): string[] {
  const stored: unknown = JSON.parse(JSON.stringify(params));
  const again: unknown = exercise.schema.parse(stored);
  return JSON.stringify(again) === JSON.stringify(params) ? [] : ["the parameters do not survive JSON and the schema"];
}

/** Values against `check`, entry by entry. */
export function inspectValues(exercise: Exercise, params: unknown, level: Level): string[] {
  const evaluation = evaluate(exercise, params);
  const checked = exercise.check(params);
  return exercise.asks[level].flatMap((name) => {
    const value = evaluation.value(name);
    const other = checked[name];
    if (other === undefined) return [`${name}: check does not derive it`];
    const { spec } = shownStep(exercise, params, name);
    const negativeZero = entriesOf(value).some((x) => Object.is(x, -0));
    return [
      ...(agree(spec, value, other, noiseOf([value, ...evaluation.inputs(name)]))
        ? []
        : [`${name}: the steps give ${shownIn(spec, value)}, check gives ${shownIn(spec, other)}`]),
      ...(negativeZero ? [`${name}: negative zero`] : []),
      ...(isListed(spec, value) ? [] : [`${name}: ${JSON.stringify(value)} is not made of the listed options`]),
    ];
  });
}

const shownIn = (spec: KindSpec, value: Value) => kindOf(spec).print(value, spec);

/** What is zero beside the numbers that a step reads and gives, as in the evaluation: 64 units in the last place of the largest, or of 1. */
const noiseOf = (values: readonly Value[]): number =>
  64 * 2 ** -52 * values.reduce<number>((largest, value) => Math.max(largest, largestOf(value)), 1);

/** Numbers equal to 1e-12, relative to each entry, or both zero but for noise; formulas as functions. */
function agree(spec: KindSpec, a: Value, b: Value, noise: number): boolean {
  if (`${axesOf(a)}` !== `${axesOf(b)}`) return false;
  if (!isNumeric(a) || !isNumeric(b)) return agreeByParts(spec, a, b);
  const [x, y] = [entriesOf(a), entriesOf(b)];
  return x.every((xi, i) => Math.abs(xi - (y[i] ?? Number.NaN)) <= Math.max(1e-12 * Math.abs(y[i] ?? 0), noise));
}

/** Formulas that are not known to differ are not yet equal; names and options agree to the letter. */
function agreeByParts(spec: KindSpec, a: Value, b: Value): boolean {
  const [x, y] = [partsOf(a), partsOf(b)];
  return x.every((part, i) => {
    const other = y[i];
    return isFormula(part) && isFormula(other) ? equivalent(part, other, domainOf(spec)) === "equal" : part === other;
  });
}

/** Options that the variant lists, in the order that reading gives them: all of an order, as listed for several choices. */
function isListed(spec: KindSpec, value: Value): boolean {
  if (!("options" in spec)) return true;
  const ids = spec.options.map(({ id }) => id);
  const chosen = partsOf(value);
  if (new Set(ids).size !== ids.length) return false;
  if (spec.kind === "choices") return `${ids.filter((id) => chosen.includes(id))}` === `${chosen}`;
  const isEach = spec.kind === "choice" ? chosen.length === 1 : new Set(chosen).size === ids.length;
  return isEach && chosen.every((part) => typeof part === "string" && ids.includes(part));
}

/** Everything that is typeset or read out. */
export function inspectTexts(exercise: Exercise, params: unknown, level: Level): string[] {
  const solution = solutionOf(exercise, params, level);
  const options = exercise.asks[level].flatMap((name) => {
    const { spec } = shownStep(exercise, params, name);
    return "options" in spec ? spec.options.map(({ text }) => text) : [];
  });
  const markdown = [
    ...options,
    exercise.prompt(params, level),
    ...hintsOf(exercise, params, level).map(({ text }) => text),
    ...exercise.asks[level].flatMap((name) => consequences(exercise, params, name).map(({ says }) => says)),
  ];
  const formulas = [
    ...markdown.flatMap(mathIn),
    ...solution.lines.map(({ tex }) => tex),
    ...exercise.asks[level].map((name) => stepOf(exercise, name).label),
  ];
  const shown = [...markdown, ...formulas, ...figureTexts(exercise.figure(params)), ...figureTexts(solution.figure)];
  return [...formulas.flatMap((tex) => renderFault(tex) ?? []), ...shown.flatMap((text) => numberFault(text) ?? [])];
}

/** The TeX between dollar signs. */
export const mathIn = (markdown: string): string[] =>
  [...markdown.matchAll(/\$\$([\s\S]+?)\$\$|\$([^$]+)\$/g)].map(([, display, inline]) => display ?? inline ?? "");

const rendered = new Map<string, string | undefined>();

function renderFault(tex: string): string | undefined {
  if (!rendered.has(tex)) {
    try {
      katex.renderToString(tex, { throwOnError: true, strict: "error", output: "mathml" });
      rendered.set(tex, undefined);
    } catch (error) {
      rendered.set(tex, `KaTeX refuses ${tex}: ${String(error)}`);
    }
  }
  return rendered.get(tex);
}

/** Numbers with the noise of floating point (over 12 significant digits), with an `e`, or that are none. */
const numberFault = (text: string): string | undefined => {
  const noisy = [...text.matchAll(/\d*\.\d+|\d+/g)].some(([digits]) => digits.replace(/^[0.]+|\./g, "").length > 12);
  return noisy || /NaN|Infinity|undefined\b(?!\})|(?<![\d.])-0(?![.\d])|\de[+-]?\d/.test(text)
    ? `not fit for a person: ${text}`
    : undefined;
};

function figureTexts(figure: Figure | undefined): string[] {
  if (!figure) return [];
  return [figure.alt, ...(figure.alt.length < 20 ? ["NaN: the figure has no text alternative worth the name"] : [])];
}

/** The public view must hold nothing that is only known after answering. */
function inspectView(exercise: Exercise, params: unknown, level: Level): string[] {
  const view = publicVariant(exercise, params, level);
  const text = JSON.stringify(view);
  const allowed = new Set(["exercise", "title", "level", "prompt", "figure", "parts", "hints"]);
  const extra = Object.keys(view).filter((key) => !allowed.has(key));
  const leaked = exercise.steps.flatMap(({ malrules }) =>
    Object.values(malrules).filter(({ says }) => text.includes(JSON.stringify(says).slice(1, -1))),
  );
  return [
    ...extra.map((key) => `the public view holds ${key}`),
    ...leaked.map(({ says }) => `the public view holds feedback: ${says}`),
  ];
}
