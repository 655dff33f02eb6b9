/** The shape of every gradient in a layer, and in two, in numbers and in letters (§6.4). */
import { z } from "zod";
import { type Explained, exercise, type Malrule } from "#lib/exercise/exercise.ts";
import { type LetteredShape, letteredShape, type Size } from "#lib/exercise/kinds.ts";
import { shapeTex } from "#lib/exercise/tex.ts";
import { binary, literal } from "#lib/expression/expr.ts";

/** What each row of the batch is, and what its columns count. */
const stories = [
  ["images", "pixels"],
  ["customers", "features"],
  ["sensor records", "readings"],
  ["documents", "word counts"],
  ["molecules", "descriptors"],
] as const;
const activations = ["\\operatorname{ReLU}", "\\tanh", "\\sigma", "\\operatorname{softplus}"] as const;

const letters = {
  batch: ["n", "m", "s", "t"],
  features: ["p", "d", "f", "r"],
  units: ["k", "h", "q", "u"],
  classes: ["c", "g", "v", "w"],
} as const;
const shape = letteredShape(Object.values(letters).flat());

/** A size as a number or a letter. */
const size = z.union([z.int().min(2), z.string().length(1)]);
const params = z.object({
  story: z.int().min(0).max(4),
  activation: z.int().min(0).max(3),
  batch: size,
  features: size,
  /** Of the first layer. */
  units: size,
  /** The classes that a second layer tells apart, and how the text tells the units of the first. */
  second: z.object({ classes: size, hidden: z.enum(["named", "double", "one-more", "together"]) }).nullable(),
});
type Params = z.infer<typeof params>;
type Scope<N extends string> = Readonly<Record<N, LetteredShape>>;

const sizeOf = (of: number | string): Size => (typeof of === "number" ? of : { type: "variable", name: of });
const exprOf = (of: number | string) =>
  typeof of === "number" ? literal(`${of}`) : ({ type: "variable", name: of } as const);

function hiddenUnits({ features, units, second }: Params): Size {
  if (!second) return sizeOf(units);
  const [p, c] = [exprOf(features), exprOf(second.classes)];
  return {
    named: sizeOf(units),
    double: binary("*", literal("2"), p),
    "one-more": binary("+", p, literal("1")),
    together: binary("+", p, c),
  }[second.hidden];
}

/** Rows and columns. Throws a RangeError for what is no matrix. */
function sides(of: LetteredShape): readonly [rows: Size, columns: Size] {
  const [rows, columns] = of === "undefined" ? [] : of;
  if (rows === undefined || columns === undefined) throw new RangeError("a matrix has rows and columns");
  return [rows, columns];
}
const turned = (of: LetteredShape): readonly [Size, Size] => [sides(of)[1], sides(of)[0]];
/** The outer sizes of a product whose inner ones agree. */
const product = (left: LetteredShape, right: LetteredShape) => [sides(left)[0], sides(right)[1]];
const work = (...factors: readonly LetteredShape[]) =>
  factors.map((of) => (of === "undefined" ? "" : `(${shapeTex(of)})`)).join("\\,");

const gradient = (name: string) => `\\dfrac{\\partial L}{\\partial ${name}}`;
const shapeOf = (tex: string) => `\\text{shape of } ${tex}`;
const about = (name: string) => ({
  label: shapeOf(gradient(name)),
  words: `the shape of the gradient by ${name.replace("_", "")}`,
});

type StepOf<N extends string> = [
  value: (p: Params, s: Scope<N>) => LetteredShape,
  explained: Explained<Params, Scope<N>, LetteredShape>,
];

/** The malrules of a gradient by a pre-activation. */
const ofOutput = (
  name: string,
  of: (p: Params) => readonly [Size, Size],
): Record<string, Malrule<Params, unknown, LetteredShape>> => ({
  "without-batch": {
    value: (p) => [1, of(p)[1]],
    says: `This is one row. Each sample has its own row in $${name}$, and its own gradient.`,
  },
  transposed: {
    value: (p) => turned(of(p)),
    says: `The sizes are the right ones in the wrong order: samples are rows in $${name}$, units are columns.`,
  },
});

/** The gradient by the weights W of Z = XW + b: the input X turned, times the gradient by Z. */
function byWeights<X extends string, D extends string>(
  [name, inputName, outputName]: readonly [string, string, string],
  input: X,
  output: D,
): StepOf<X | D> {
  const of = (s: Scope<X | D>) => product(turned(s[input]), s[output]);
  return [
    (_, s) => of(s),
    {
      ...about(name),
      hint: "Every weight has its own derivative. The chain rule gives them all as a product, which sums over the samples.",
      formula: shapeOf(`${inputName}^{\\top}\\,${gradient(outputName)}`),
      work: (_, s) => work(turned(s[input]), s[output]),
      malrules: {
        transposed: {
          value: (_, s) => turned(of(s)),
          says: "The sizes are the right ones in the wrong order. To be taken from the weights, the gradient must be laid out like them: a row for each input of the layer, a column for each unit.",
        },
        "shape-of-output": {
          value: (_, s) => s[output],
          says: "This is the shape of what the layer puts out, with a row for each sample. All samples share the same weights, and so one gradient by them.",
        },
        "per-sample": {
          value: (_, s) => [sides(s[input])[0], ...of(s)],
          says: "This keeps a gradient for each sample. The loss is a mean over the batch, and the samples are summed over.",
        },
      },
    },
  ];
}

/** The gradient by the bias b of Z = XW + b: the sum over the rows of the gradient by Z. */
function byBias<D extends string>([name, outputName]: readonly [string, string], output: D): StepOf<D> {
  return [
    (_, s) => [1, sides(s[output])[1]],
    {
      ...about(name),
      hint: "The same bias is added to each row, so its gradient is the sum over the rows.",
      skill: "backprop-layers",
      formula: `1 \\times \\text{columns of } ${gradient(outputName)}`,
      malrules: {
        "not-summed": {
          value: (_, s) => s[output],
          says: "This still has a row for each sample. One bias serves them all, so the rows are added up.",
        },
        transposed: {
          value: (_, s) => [sides(s[output])[1], 1],
          says: "This is a column. The bias is kept as a row, and its gradient is laid out like it.",
        },
      },
    },
  ];
}

/** The gradient by the input X of Z = XW + b: the gradient by Z, times the weights turned. */
function byInput<W extends string, D extends string>(
  [name, weightsName, outputName]: readonly [string, string, string],
  weights: W,
  output: D,
): StepOf<W | D> {
  const of = (s: Scope<W | D>) => product(s[output], turned(s[weights]));
  return [
    (_, s) => of(s),
    {
      ...about(name),
      hint: "Send the gradient back through the weights: each sample keeps its row.",
      skill: "backprop-layers",
      formula: shapeOf(`${gradient(outputName)}\\,${weightsName}^{\\top}`),
      work: (_, s) => work(s[output], turned(s[weights])),
      malrules: {
        "without-batch": {
          value: (_, s) => [1, sides(of(s))[1]],
          says: `This is one row, but each sample has its own row in $${name}$, and the loss depends on all of them.`,
        },
        transposed: {
          value: (_, s) => turned(of(s)),
          says: `The sizes are the right ones in the wrong order: samples are rows in $${name}$, and so in the gradient by it.`,
        },
        "weights-for-input": {
          value: (_, s) => s[weights],
          says: `This is the shape of the weights $${weightsName}$. The gradient by $${name}$ has an entry for each entry of $${name}$.`,
        },
      },
    },
  ];
}

const behindHint = "The loss depends on every entry: each sample has a row, each unit a column.";
const classesOf = (p: Params) => sizeOf(p.second?.classes ?? 1);
const outputOf = (p: Params) => [sizeOf(p.batch), sizeOf(p.units)] as const;
const outputOf2 = (p: Params) => [sizeOf(p.batch), classesOf(p)] as const;

export default exercise({
  id: "backpropagation/gradient-shapes",
  version: 1,
  title: "Shapes of gradients",
  summary: "Tell the shape of every gradient of a layer, and of two, in numbers and in letters.",
  skills: ["matrix-shapes", "backprop-layers"],
  source: { section: "6.4", formulas: ["weight-outer-product", "bias-gradient", "layer-forward"] },
})
  .params(params, (rng, level) => {
    const rest = { story: rng.int(0, 4), activation: rng.int(0, 3) };
    if (level === 1) {
      const [features = 3, units = 4] = rng.shuffle([5, 6, 7, 8, 9, 10, 12, 15, 16, 20, 24]);
      return { ...rest, batch: rng.pick([32, 48, 64, 100, 128, 250]), features, units, second: null };
    }
    const letter = (of: keyof typeof letters) => rng.pick(letters[of]);
    const second = {
      classes: letter("classes"),
      hidden: level === 2 ? "named" : rng.pick<"double" | "one-more" | "together">(["double", "one-more", "together"]),
    } as const;
    return { ...rest, batch: letter("batch"), features: letter("features"), units: letter("units"), second };
  })
  .prompt(({ story, activation, batch, features, units, second }) => {
    const [samples, counted] = stories[story] ?? stories[0];
    const g = activations[activation] ?? activations[0];
    const takes = `A batch of $${batch}$ ${samples} is kept in $X$, one in each row, with $${features}$ ${counted} each.`;
    const laidOut =
      "The loss $L$ is one number, the mean over the batch. Each gradient is laid out so that it can be taken from what it belongs to in a step of gradient descent. Samples are rows everywhere, and a bias is kept as a matrix with one row, which is added to each row.";
    if (!second)
      return [
        `${takes} A layer of $${units}$ units computes $Z = XW + b$, and the activation $A = ${g}(Z)$ entry by entry.`,
        laidOut,
        "What is the shape of the gradient by the weights?",
      ].join("\n\n");
    const inHidden = {
      named: `$${units}$ units`,
      double: `twice as many units as there are ${counted} to one sample`,
      "one-more": `one unit more than there are ${counted} to one sample`,
      together: `as many units as there are ${counted} to one sample and classes together`,
    }[second.hidden];
    return [
      `${takes} A network sorts them into $${second.classes}$ classes:`,
      "$$Z_1 = XW_1 + b_1 \\qquad H = g(Z_1) \\qquad Z_2 = HW_2 + b_2$$",
      `Its hidden layer has ${inHidden} and the activation $g = ${g}$, entry by entry; its output layer has one unit for each class.`,
      laidOut,
      "What are the shapes of the gradients?",
    ].join("\n\n");
  })
  .step("X", shape, (p) => [sizeOf(p.batch), sizeOf(p.features)], {
    label: shapeOf("X"),
    words: "the shape of X",
    hint: "Each sample has a row, and each thing that is known of it a column.",
    formula: "\\text{samples} \\times \\text{inputs}",
  })
  .step("dZ", shape, outputOf, {
    ...about("Z"),
    hint: behindHint,
    formula: "\\text{samples} \\times \\text{units}",
    malrules: ofOutput("Z", outputOf),
  })
  .step("dW", shape, ...byWeights(["W", "X", "Z"], "X", "dZ"))
  .step("H", shape, (p) => [sizeOf(p.batch), hiddenUnits(p)], {
    label: shapeOf("H"),
    words: "the shape of H",
    hint: "Each sample has a row, each hidden unit a column. Write their number with the letters of the text.",
    formula: "\\text{samples} \\times \\text{hidden units}",
  })
  .step("W_1", shape, (_, s) => [sides(s.X)[1], sides(s.H)[1]], {
    label: shapeOf("W_1"),
    words: "the shape of W1",
    hint: "What a layer takes in are the rows of its weights, its units are their columns.",
    formula: "\\text{inputs} \\times \\text{hidden units}",
  })
  .step("W_2", shape, (p, s) => [sides(s.H)[1], classesOf(p)], {
    label: shapeOf("W_2"),
    words: "the shape of W2",
    hint: "What a layer takes in are the rows of its weights, its units are their columns.",
    formula: "\\text{hidden units} \\times \\text{classes}",
  })
  .step("dZ_2", shape, outputOf2, {
    ...about("Z_2"),
    hint: behindHint,
    formula: "\\text{samples} \\times \\text{classes}",
    malrules: ofOutput("Z_2", outputOf2),
  })
  .step("dW_2", shape, ...byWeights(["W_2", "H", "Z_2"], "H", "dZ_2"))
  .step("db_2", shape, ...byBias(["b_2", "Z_2"], "dZ_2"))
  .step("dH", shape, ...byInput(["H", "W_2", "Z_2"], "W_2", "dZ_2"))
  .step("dZ_1", shape, (_, s) => s.dH, {
    ...about("Z_1"),
    hint: "The activation works entry by entry, so that the gradient keeps its shape.",
    formula: shapeOf(`${gradient("H")} \\odot g'(Z_1)`),
  })
  .step("dW_1", shape, ...byWeights(["W_1", "X", "Z_1"], "X", "dZ_1"))
  .step("db_1", shape, ...byBias(["b_1", "Z_1"], "dZ_1"))
  .step("dX", shape, ...byInput(["X", "W_1", "Z_1"], "W_1", "dZ_1"))
  .asks({
    1: ["dW"],
    2: ["dW_2", "db_2", "dH", "dW_1", "db_1", "dX"],
    3: ["dW_2", "db_2", "dH", "dW_1", "db_1", "dX"],
  })
  .cases(({ second }) => second?.hidden ?? "one layer")
  .check((p) => {
    // By definition, not by the chain rule: a gradient has one entry for each entry of what it is taken by.
    const [n, inputs, hidden] = [sizeOf(p.batch), sizeOf(p.features), hiddenUnits(p)];
    return {
      dW: [inputs, hidden],
      dW_2: [hidden, classesOf(p)],
      db_2: [1, classesOf(p)],
      dH: [n, hidden],
      dW_1: [inputs, hidden],
      db_1: [1, hidden],
      dX: [n, inputs],
    };
  });
