/** What holds of the activation functions: range, symmetry, slopes, saturation, dying units (§5.2). */
import { z } from "zod";
import { exercise, type Malrule } from "#lib/exercise/exercise.ts";
import { choice, choices } from "#lib/exercise/kinds.ts";
import { leakyRelu, relu, sigmoid, tanh } from "#lib/math/activations.ts";

const functions = [
  { id: "identity", text: "identity, $f(x) = x$" },
  { id: "leaky", text: "leaky ReLU with $\\alpha = 0.01$" },
  { id: "relu", text: "ReLU" },
  { id: "sigmoid", text: "sigmoid" },
  { id: "tanh", text: "tanh" },
] as const;
const ids = ["identity", "leaky", "relu", "sigmoid", "tanh"] as const;
type Id = (typeof ids)[number];

const named: Readonly<Record<Id, string>> = {
  identity: "the **identity**, $f(x) = x$",
  leaky: "the **leaky ReLU** with the slope $\\alpha = 0.01$ for negative inputs",
  relu: "**ReLU**",
  sigmoid: "the **sigmoid**",
  tanh: "**tanh**",
};

interface Property {
  text: string;
  holds: readonly Id[];
  /** What to look at. */
  says: string;
}

const properties: Readonly<Record<string, Property>> = {
  "zero-to-one": {
    text: "Its values are just the numbers strictly between 0 and 1.",
    holds: ["sigmoid"],
    says: "Look again at the range between 0 and 1: how far down does the function come, and how far up?",
  },
  "minus-one-to-one": {
    text: "Its values are just the numbers strictly between $-1$ and $1$.",
    holds: ["tanh"],
    says: "Look again at the range between $-1$ and $1$: is all of it reached, and nothing else?",
  },
  "never-negative": {
    text: "It never gives a negative value.",
    holds: ["relu", "sigmoid"],
    says: "Look again at negative values: what comes out for an input such as $-2$?",
  },
  centred: {
    text: "It gives negative values for negative inputs and positive ones for positive inputs.",
    holds: ["identity", "leaky", "tanh"],
    says: "Look again at the signs: what comes out for $-2$, and what for 2?",
  },
  "zero-at-zero": {
    text: "Its value at 0 is 0.",
    holds: ["identity", "leaky", "relu", "tanh"],
    says: "Look again at the value at 0: put 0 into the formula.",
  },
  "half-at-zero": {
    text: "Its value at 0 is $\\frac12$.",
    holds: ["sigmoid"],
    says: "Look again at the value at 0: put 0 into the formula, and mind that $e^0 = 1$.",
  },
  odd: {
    text: "For every $x$, $f(-x) = -f(x)$.",
    holds: ["identity", "tanh"],
    says: "Look again at $f(-x) = -f(x)$: compare the values at 2 and at $-2$, also in size.",
  },
  mirrored: {
    text: "For every $x$, $f(-x) = 1 - f(x)$.",
    holds: ["sigmoid"],
    says: "Look again at $f(-x) = 1 - f(x)$: what would that make of the value at 0?",
  },
  saturates: {
    text: "Far to the left and far to the right, its slope comes close to 0.",
    holds: ["sigmoid", "tanh"],
    says: "Look again at the slope far out, on both sides: does the curve flatten there?",
  },
  dying: {
    text: "Its slope is 0 for every negative input, so that a unit with it can die.",
    holds: ["relu"],
    says: "Look again at negative inputs: is the function constant there, so that no gradient passes?",
  },
  quarter: {
    text: "Its slope is nowhere larger than $\\frac14$.",
    holds: ["sigmoid"],
    says: "Look again at the largest slope: compute it where the curve is steepest.",
  },
  "one-right": {
    text: "Its slope is 1 for every positive input.",
    holds: ["identity", "leaky", "relu"],
    says: "Look again at positive inputs: is the function a straight line there, and how steep?",
  },
  "one-at-zero": {
    text: "Its slope is 1 at 0 and smaller everywhere else.",
    holds: ["tanh"],
    says: "Look again at the slope at 0 and elsewhere: is it 1 there, and does it change when one moves away?",
  },
  unbounded: {
    text: "Its values grow beyond every bound as the input grows.",
    holds: ["identity", "leaky", "relu"],
    says: "Look again at large inputs: what comes out for 1000?",
  },
  kink: {
    text: "It has a kink at 0.",
    holds: ["leaky", "relu"],
    says: "Look again at 0: is the slope just left of it the same as just right of it?",
  },
  "one-to-one": {
    text: "Different inputs always give different outputs.",
    holds: ["identity", "leaky", "sigmoid", "tanh"],
    says: "Look again at different inputs, such as $-1$ and $-2$: can their outputs be the same?",
  },
  collapse: {
    text: "Two layers with it as their activation are no more than one affine map.",
    holds: ["identity"],
    says: "Look again at two layers in a row: only a straight line without a bend adds nothing between them.",
  },
  leak: {
    text: "For all negative inputs its slope is the same, less than 1 but not 0.",
    holds: ["leaky"],
    says: "Look again at negative inputs: is the function a straight line there, and how steep?",
  },
};

const params = z.object({
  opening: z.int().min(0).max(3),
  /** At level 1 the statement, later the one or two functions, and what is listed. */
  property: z.string(),
  functions: z.array(z.enum(ids)),
  listed: z.array(z.string()),
});
type Params = z.infer<typeof params>;

const openings = [
  "Of one of these activation functions the following is true:",
  "Somebody says of one activation function:",
  "Which activation function is described here?",
  "In notes on activation functions stands, and the name has been smudged:",
] as const;

const holdsOf = (id: string, f: Id | undefined) => f !== undefined && (properties[id]?.holds.includes(f) ?? false);

/** Statements of `f`, in the order of the list; the one `but` is taken for the other of true and false. */
const judged = ({ listed }: Params, f: Id | undefined, but?: string) =>
  listed.filter((id) => holdsOf(id, f) !== (id === but));

/** For each statement, that it was misjudged for the function number `at`. */
const misjudged = (at: number): Record<string, Malrule<Params, unknown, readonly string[]>> =>
  Object.fromEntries(
    Object.entries(properties).map(([id, { says }]) => [
      `misjudged-${id}`,
      { value: (p: Params) => (p.listed.includes(id) ? judged(p, p.functions[at], id) : undefined), says },
    ]),
  );

/** What to hold a wrongly chosen function against. */
const described: Readonly<Record<Id, string>> = {
  identity: "The identity is a straight line through 0 with slope 1 everywhere. Does the statement fit that?",
  leaky:
    "The leaky ReLU is a line with slope 1 right of 0 and one with a small slope left of it. Does the statement fit that?",
  relu: "ReLU is 0 left of 0 and a line with slope 1 right of it. Does the statement fit that?",
  sigmoid: "The sigmoid climbs from 0 to 1, passes ½ at 0, and flattens on both sides. Does the statement fit that?",
  tanh: "The tanh climbs from −1 to 1, passes 0 at 0 with slope 1, and flattens on both sides. Does the statement fit that?",
};
const only = ({ property }: Params): Id => properties[property]?.holds[0] ?? "relu";
const chosen: Record<string, Malrule<Params, unknown, Id>> = Object.fromEntries(
  ids.map((id) => [`chose-${id}`, { value: (p: Params) => (only(p) === id ? undefined : id), says: described[id] }]),
);

const options = choices(Object.entries(properties).map(([id, { text }]) => ({ id, text })));
/** Pairs of functions with enough statements that hold of one alone, of both and of neither. */
const pairs = ids.flatMap((f) =>
  ids.flatMap((g) => {
    const counted = (inF: boolean, inG: boolean) =>
      Object.keys(properties).filter((id) => holdsOf(id, f) === inF && holdsOf(id, g) === inG);
    const [first, second, both, neither] = [
      counted(true, false),
      counted(false, true),
      counted(true, true),
      counted(false, false),
    ];
    return first.length >= 2 && second.length >= 2 && both.length > 0 ? [{ f, g, first, second, both, neither }] : [];
  }),
);

export default exercise({
  id: "activations/activation-properties",
  version: 1,
  title: "Properties of activation functions",
  summary: "Tell activation functions by range, symmetry and slope, and judge statements about one or two of them.",
  skills: ["choosing-activations"],
  source: { section: "5.2", formulas: ["sigmoid", "tanh", "relu", "leaky-relu"] },
})
  .params(params, (rng, level) => {
    const opening = level === 1 ? rng.int(0, 3) : 0;
    const all = Object.keys(properties);
    if (level === 1) {
      const single = all.filter((id) => properties[id]?.holds.length === 1);
      return { opening, property: rng.shuffle(single)[0] ?? "dying", functions: rng.shuffle(ids), listed: [] };
    }
    if (level === 2) {
      const f = rng.pick(ids);
      const [yes, no] = [true, false].map((value) => rng.shuffle(all.filter((id) => holdsOf(id, f) === value)));
      const listed = rng.shuffle([...(yes ?? []).slice(0, 3), ...(no ?? []).slice(0, 3)]);
      return { opening, property: "", functions: [f], listed };
    }
    const pair = pairs[rng.int(0, pairs.length - 1)];
    if (!pair) throw new RangeError("no pair of functions");
    const listed = [
      ...rng.shuffle(pair.first).slice(0, 2),
      ...rng.shuffle(pair.second).slice(0, 2),
      ...rng.shuffle(pair.both).slice(0, 1),
      ...rng.shuffle(pair.neither).slice(0, 1),
    ];
    return { opening, property: "", functions: [pair.f, pair.g], listed: rng.shuffle(listed) };
  })
  .prompt(
    ({ opening, property, functions: [f = "relu", g = "relu"] }, level) =>
      ({
        1: `${openings[opening] ?? openings[0]}\n\n*${properties[property]?.text ?? ""}*\n\nWhich function is it?`,
        2: `Let $f$ be ${named[f]}, used as an activation function. Which of the statements **hold of $f$**?`,
        3: `Compare $f$, which is ${named[f]}, and $g$, which is ${named[g]}, as activation functions. Go through the same statements twice: which hold **of $f$**, and which hold **of $g$**?`,
      })[level],
  )
  .step("function", choice(functions), only, {
    label: "\\text{function}",
    words: "the function that is described",
    hint: "Picture each curve: where it starts and ends, what it is at 0, and how steep it is on either side.",
    formula: "\\text{the only one of which it is true}",
    lists: (p) => p.functions,
    malrules: chosen,
  })
  .step("of_f", options, (p) => judged(p, p.functions[0]), {
    label: "\\text{holds of } f",
    words: "the statements that hold of f",
    hint: "Picture the curve, and take the statements one by one: its range, its value at 0, its slopes.",
    formula: "\\text{each statement by itself}",
    lists: (p) => p.listed,
    malrules: misjudged(0),
  })
  .step("of_g", options, (p) => judged(p, p.functions[1]), {
    label: "\\text{holds of } g",
    words: "the statements that hold of g",
    hint: "Now the other curve, statement by statement; where the two differ, say to yourself why.",
    formula: "\\text{each statement by itself}",
    lists: (p) => p.listed,
    malrules: misjudged(1),
  })
  .asks({ 1: ["function"], 2: ["of_f"], 3: ["of_f", "of_g"] })
  .check(({ property, functions: chosenIds, listed }) => {
    // Every statement is tried out on the functions themselves.
    const apply: Readonly<Record<Id, (x: number) => number>> = {
      identity: (x) => x,
      leaky: (x) => leakyRelu(x, 0.01),
      relu,
      sigmoid,
      tanh,
    };
    const places = [-30, -6, -2, -1, -0.5, 0, 0.5, 1, 2, 6, 30];
    const isTrue = (id: string, f: (x: number) => number): boolean => {
      const slope = (x: number, h = 1e-5) => (f(x + h) - f(x - h)) / (2 * h);
      const near = (a: number, b: number) => Math.abs(a - b) < 1e-4;
      const off = places.filter((x) => x !== 0);
      const [low, high] = [f(-1e6), f(1e6)];
      const tests: Readonly<Record<string, () => boolean>> = {
        "zero-to-one": () => near(low, 0) && near(high, 1),
        "minus-one-to-one": () => near(low, -1) && near(high, 1),
        "never-negative": () => places.every((x) => f(x) >= 0),
        centred: () => off.every((x) => f(x) * x > 0),
        "zero-at-zero": () => f(0) === 0,
        "half-at-zero": () => f(0) === 0.5,
        odd: () => places.every((x) => near(f(-x), -f(x))),
        mirrored: () => places.every((x) => near(f(-x), 1 - f(x))),
        saturates: () => near(slope(-30), 0) && near(slope(30), 0),
        dying: () => off.every((x) => x > 0 || slope(x) === 0),
        quarter: () => places.every((x) => slope(x) < 0.2501),
        "one-right": () => off.every((x) => x < 0 || near(slope(x), 1)),
        "one-at-zero": () => near(slope(0), 1) && off.every((x) => slope(x) < 0.999),
        unbounded: () => high > 1e5,
        kink: () => !near(slope(1e-3, 1e-4), slope(-1e-3, 1e-4)),
        "one-to-one": () => places.slice(2, -2).every((x, i) => i === 0 || f(x) > f(places[i + 1] ?? 0)),
        collapse: () => places.every((x) => near(slope(x), slope(0))),
        leak: () => off.every((x) => x > 0 || (near(slope(x), slope(-1)) && slope(x) > 1e-3 && slope(x) < 0.999)),
      };
      return tests[id]?.() ?? false;
    };
    const of = (f: Id | undefined) => (f ? listed.filter((id) => isTrue(id, apply[f])) : []);
    return {
      function: ids.find((id) => isTrue(property, apply[id])) ?? "",
      of_f: of(chosenIds[0]),
      of_g: of(chosenIds[1]),
    };
  });
