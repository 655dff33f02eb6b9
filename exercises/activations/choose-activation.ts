/** The activation of an output layer, its units, and what holds of a network, from what is to be predicted (§5.3). */
import { z } from "zod";
import { exercise, type Malrule } from "#lib/exercise/exercise.ts";
import { choice, choices, integer } from "#lib/exercise/kinds.ts";
import { relu, sigmoid, sigmoidDerivative, softmax, tanh, tanhDerivative } from "#lib/math/activations.ts";

const kinds = ["probability", "classes", "labels", "real", "bounded"] as const;
type Kind = (typeof kinds)[number];

/** What is predicted; `n` stands for how many. Each tells which values the outputs may have, and how they belong together. */
const tasks: Readonly<Record<Kind, readonly [string, string, string, string, string]>> = {
  probability: [
    "For each email, it is to give the probability that the email is spam.",
    "For each payment, it is to give the probability that the payment is a fraud.",
    "For each X-ray picture, it is to give the probability that a bone is broken.",
    "For each visitor of a shop, it is to give the probability of a purchase.",
    "For each film, it is to give the probability that a given viewer likes it.",
  ],
  classes: [
    "Each email belongs into exactly one of n folders; for each folder, it is to give the probability that this is the one.",
    "Each picture shows exactly one of n animals; for each animal, it is to give the probability that this is the one shown.",
    "Each sentence is in exactly one of n languages; for each language, it is to give the probability that this is the one.",
    "Each handwritten sign is exactly one of n letters; for each letter, it is to give the probability that this is the one.",
    "Each match is won by exactly one of n teams; for each team, it is to give the probability that it wins.",
  ],
  labels: [
    "An article may touch none, one or several of n subjects; for each subject, it is to give the probability that the article touches it.",
    "A photo may show none, one or several of n things; for each thing, it is to give the probability that the photo shows it.",
    "A patient may have none, one or several of n illnesses; for each illness, it is to give the probability that the patient has it.",
    "A piece of music may use none, one or several of n instruments; for each instrument, it is to give the probability that the piece uses it.",
    "A film may belong to none, one or several of n genres; for each genre, it is to give the probability that the film belongs to it.",
  ],
  real: [
    "It is to forecast tomorrow’s temperature, in degrees Celsius, in n towns, where it may be above or below zero.",
    "It is to forecast the change of n share prices, each up or down by any amount.",
    "It is to predict the height above or below sea level, in metres, of n points on a map.",
    "It is to predict the balance of n accounts, each in credit or in debt by any amount.",
    "It is to predict the electric charge of n droplets, positive or negative and of any size.",
  ],
  bounded: [
    "It is to set n levers of a crane, each at a value between −1 (back) and 1 (forward), and never beyond.",
    "It is to set n rudders of a boat, each at a value between −1 (left) and 1 (right), and never beyond.",
    "It is to predict n samples of a sound wave, which is scaled so that each lies between −1 and 1, and never beyond.",
    "It is to predict n pixels, which are scaled so that each lies between −1 (black) and 1 (white), and never beyond.",
    "It is to set n motors, each at a speed between −1 (full backward) and 1 (full forward), and never beyond.",
  ],
};

const activations = [
  { id: "identity", text: "identity (none)" },
  { id: "relu", text: "ReLU" },
  { id: "sigmoid", text: "sigmoid" },
  { id: "softmax", text: "softmax" },
  { id: "tanh", text: "tanh" },
] as const;
type Activation = (typeof activations)[number]["id"];

const fitting: Readonly<Record<Kind, Activation>> = {
  probability: "sigmoid",
  classes: "softmax",
  labels: "sigmoid",
  real: "identity",
  bounded: "tanh",
};

const params = z.object({
  kind: z.enum(kinds),
  task: z.int().min(0).max(4),
  count: z.int().min(1),
  activations: z.array(z.enum(["identity", "relu", "sigmoid", "softmax", "tanh"])),
  /** Ids of the statements that are listed, at level 3. */
  statements: z.array(z.string()),
});
type Params = z.infer<typeof params>;

interface Statement {
  text: string;
  /** For which predictions it is true; `true` where that makes no difference. */
  holds: boolean | readonly Kind[];
  /** For which it is listed, where it does not make sense for all. */
  about?: readonly Kind[];
  /** What to look at. */
  says: string;
}

const statements: Readonly<Record<string, Statement>> = {
  "relu-hidden": {
    text: "ReLU is a usual first choice for the hidden layers.",
    holds: true,
    says: "Look again at ReLU in hidden layers: it is cheap, and its slope is 1 for all positive inputs.",
  },
  collapse: {
    text: "With the identity in all hidden layers, they amount to one affine map.",
    holds: true,
    says: "Look again at hidden layers without a non-linear activation: what is $W_2(W_1x + b_1) + b_2$, multiplied out?",
  },
  centred: {
    text: "$\\tanh$ gives values on both sides of zero, $\\sigma$ does not.",
    holds: true,
    says: "Look again at the ranges: $\\tanh$ runs from $-1$ to $1$, $\\sigma$ from $0$ to $1$.",
  },
  saturates: {
    text: "Far from zero, $\\sigma$ and $\\tanh$ have slopes close to 0.",
    holds: true,
    says: "Look again at the curves of $\\sigma$ and $\\tanh$ far to the left and right: how steep are they there?",
  },
  dying: {
    text: "A ReLU unit whose input is always negative passes no gradient back.",
    holds: true,
    says: "Look again at ReLU left of zero: it is constant there. What is its slope?",
  },
  "depth-alone": {
    text: "With the identity in the hidden layers, more layers can fit more functions.",
    holds: false,
    says: "Look again at layers without a non-linear activation: one affine map after another is an affine map.",
  },
  "relu-saturates": {
    text: "For large positive inputs, the slope of ReLU is close to 0.",
    holds: false,
    says: "Look again at ReLU right of zero: it gives its input as it is. What is its slope?",
  },
  "sigmoid-steep": {
    text: "The slope of $\\sigma$ is larger than 1 near zero.",
    holds: false,
    says: "Look again at $\\sigma'(x) = \\sigma(x)(1 - \\sigma(x))$: how large can that be?",
  },
  "softmax-hidden": {
    text: "Softmax is a usual first choice for the hidden layers.",
    holds: false,
    says: "Look again at softmax in hidden layers: it makes the units of a layer compete for a sum of 1.",
  },
  "relu-bounded": {
    text: "The values of ReLU lie between 0 and 1.",
    holds: false,
    says: "Look again at the range of ReLU: it lets every positive input through.",
  },
  "sums-to-one": {
    text: "The outputs must add up to 1.",
    holds: ["classes"],
    about: ["classes", "labels", "real", "bounded"],
    says: "Look again at whether the outputs add up to 1: is exactly one of the cases true, or may each be so by itself?",
  },
  "both-large": {
    text: "Two outputs may both be close to 1.",
    holds: ["labels"],
    about: ["classes", "labels"],
    says: "Look again at two outputs close to 1: may both of what they stand for be true at once?",
  },
  negative: {
    text: "An output may be negative.",
    holds: ["real", "bounded"],
    says: "Look again at negative outputs: what does the text say of the values to be predicted?",
  },
  "beyond-one": {
    text: "An output may be larger than 1.",
    holds: ["real"],
    says: "Look again at outputs larger than 1: what does the text say of the values to be predicted?",
  },
  competing: {
    text: "A higher input to one output unit lowers the other outputs.",
    holds: ["classes"],
    about: ["classes", "labels", "real", "bounded"],
    says: "Look again at how the output units depend on one another: only softmax has all inputs in each of its outputs.",
  },
  largest: {
    text: "The largest output alone tells all that is predicted to be true.",
    holds: ["classes"],
    about: ["classes", "labels"],
    says: "Look again at the largest output: how many of the cases can be true at once?",
  },
};

const isAbout = ({ about }: Statement, kind: Kind) => about?.includes(kind) ?? true;
const isTrue = ({ holds }: Statement, kind: Kind) => (typeof holds === "boolean" ? holds : holds.includes(kind));
const holdsFor = (id: string, kind: Kind) => {
  const statement = statements[id];
  return statement !== undefined && isTrue(statement, kind);
};

/** A statement taken for the other of true and false. */
const misjudged: Record<string, Malrule<Params, unknown, readonly string[]>> = Object.fromEntries(
  Object.entries(statements).map(([id, { says }]) => [
    `misjudged-${id}`,
    {
      value: ({ kind, statements: listed }: Params) =>
        listed.includes(id) ? listed.filter((other) => holdsFor(other, kind) !== (other === id)) : undefined,
      says,
    },
  ]),
);

/** One activation taken for predictions of one kind. */
const taken = (activation: Activation, wrongFor: Kind, says: string): Malrule<Params, unknown, string> => ({
  value: ({ kind }) => (kind === wrongFor ? activation : undefined),
  says,
});

export default exercise({
  id: "activations/choose-activation",
  version: 1,
  title: "Choosing an activation",
  summary: "Choose the activation and the units of an output layer, and tell what holds of the network.",
  skills: ["choosing-activations"],
  source: { section: "5.3", formulas: ["choosing-activations"] },
})
  .params(params, (rng, level) => {
    const kind = rng.pick(kinds);
    const [right, wrong] = [true, false].map((value) =>
      rng.shuffle(
        Object.entries(statements).flatMap(([id, one]) =>
          isAbout(one, kind) && isTrue(one, kind) === value ? [id] : [],
        ),
      ),
    );
    const holding = rng.int(2, 4);
    return {
      kind,
      task: rng.int(0, 4),
      count: kind === "probability" ? 1 : rng.int(3, 9),
      activations: rng.shuffle(activations.map(({ id }) => id)),
      statements:
        level === 3 ? rng.shuffle([...(right ?? []).slice(0, holding), ...(wrong ?? []).slice(0, 6 - holding)]) : [],
    };
  })
  .prompt(({ kind, task, count }, level) =>
    [
      `A network is to be trained. ${(tasks[kind][task] ?? tasks[kind][0]).replace(/\bn\b/, `${count}`)}`,
      {
        1: "Which activation fits its output layer?",
        2: "Which activation fits its output layer, and how many units has that layer, with one for each number that it gives?",
        3: "Which activation fits its output layer, and how many units has that layer, with one for each number that it gives? Which of the statements hold of such a network with its output layer well chosen?",
      }[level],
    ].join("\n\n"),
  )
  .step("output", choice(activations), ({ kind }) => fitting[kind], {
    label: "\\text{output activation}",
    words: "the activation of the output layer",
    hint: "Which values may the outputs have, and must they add up to something? Choose the activation that gives just those.",
    formula: "\\text{the activation with just the values that can be predicted}",
    lists: ({ activations: listed }) => listed,
    malrules: {
      "softmax-for-one": taken(
        "softmax",
        "probability",
        "Softmax shares out 1 among its outputs. With a single output, what is left for it to say?",
      ),
      "tanh-for-probability": taken(
        "tanh",
        "probability",
        "The values of tanh run from −1 to 1. Can a probability have all of those?",
      ),
      "sigmoid-for-classes": taken(
        "sigmoid",
        "classes",
        "With sigmoids, each output is a probability by itself. Exactly one case is true here: what must the probabilities add up to?",
      ),
      "identity-for-classes": taken(
        "identity",
        "classes",
        "These would be logits, which may be any numbers. Probabilities are asked for: what turns logits into those?",
      ),
      "softmax-for-labels": taken(
        "softmax",
        "labels",
        "With softmax, one output can only grow at the expense of the others. Here several cases may be true at once, or none.",
      ),
      "relu-for-labels": taken(
        "relu",
        "labels",
        "ReLU has no upper end. Probabilities are asked for: which values can they have?",
      ),
      "sigmoid-for-real": taken(
        "sigmoid",
        "real",
        "The values of a sigmoid stay between 0 and 1. Can what is predicted here lie outside?",
      ),
      "relu-for-real": taken(
        "relu",
        "real",
        "ReLU never gives a negative value. Can what is predicted here be negative?",
      ),
      "sigmoid-for-bounded": taken(
        "sigmoid",
        "bounded",
        "The values of a sigmoid are all positive. Which of the values to be predicted could it never give?",
      ),
      "identity-for-bounded": taken(
        "identity",
        "bounded",
        "The identity keeps to no bounds. What does the text say of values beyond −1 and 1?",
      ),
    },
  })
  .step("units", integer(), ({ count }) => count, {
    label: "\\text{output units}",
    words: "the number of units of the output layer",
    hint: "Count the numbers that the network is to give for one input.",
    formula: "\\text{one for each number that is predicted}",
    malrules: {
      "unit-for-no": {
        value: ({ kind }) => (kind === "probability" ? 2 : undefined),
        says: "A second unit for the other case would be one minus the first, and says nothing new.",
      },
      "one-for-all": {
        value: ({ kind }) => (kind === "probability" ? undefined : 1),
        says: "One unit gives one number. How many are asked for?",
      },
      "last-left-out": {
        value: ({ kind, count }) => (kind === "classes" ? count - 1 : undefined),
        says: "The last probability does follow from the others, but it is to be given too, and each output gives one.",
      },
      "unit-for-none": {
        value: ({ kind, count }) => (kind === "labels" ? count + 1 : undefined),
        says: "That none is true needs no unit of its own: then all outputs are small.",
      },
    },
  })
  .step(
    "statements",
    choices(Object.entries(statements).map(([id, { text }]) => ({ id, text }))),
    ({ kind, statements: listed }) => listed.filter((id) => holdsFor(id, kind)),
    {
      label: "\\text{what holds}",
      words: "the statements that hold",
      hint: "Take the statements one by one, with the curve of each activation before you: its range, and its slope.",
      formula: "\\text{each statement by itself}",
      lists: ({ statements: listed }) => listed,
      malrules: misjudged,
    },
  )
  .asks({ 1: ["output"], 2: ["output", "units"], 3: ["output", "units", "statements"] })
  .cases(({ kind }) => (kind === "probability" ? "one output" : "several outputs"))
  .check(({ kind, count, statements: listed }) => {
    // The activations are computed, and the outputs they give are held against what the prediction may be.
    const apply: Readonly<Record<Activation, (z: readonly number[]) => readonly number[]>> = {
      identity: (z) => z,
      relu: (z) => z.map(relu),
      sigmoid: (z) => z.map(sigmoid),
      softmax,
      tanh: (z) => z.map(tanh),
    };
    const logits = [-40, -3, 0.5, 40].map((first) =>
      Array.from({ length: count }, (_, i) => (i === 0 ? first : first / 2)),
    );
    const traits = (outputs: readonly (readonly number[])[]) => {
      const all = outputs.flat();
      const sumsToOne = outputs.every((one) => Math.abs(one.reduce((sum, x) => sum + x, 0) - 1) < 1e-9);
      return [Math.round(Math.min(...all)), Math.round(Math.max(...all)), sumsToOne].join();
    };
    const target = {
      probability: [[0], [1]],
      classes: [oneHot(count, 0), oneHot(count, 1)],
      labels: [Array.from({ length: count }, () => 0), Array.from({ length: count }, () => 1)],
      real: logits,
      bounded: [Array.from({ length: count }, () => -1), Array.from({ length: count }, () => 1)],
    }[kind];
    const fits = activations.filter(({ id }) => traits(logits.map(apply[id])) === traits(target));
    const [output] = fits;
    if (!output || fits.length > 1) throw new RangeError(`${kind} is met by ${fits.map(({ id }) => id)}`);

    const values = target.flat();
    const [low, high] = [logits[1] ?? [], [1, ...(logits[1] ?? []).slice(1)]].map(apply[output.id]);
    const isTrueHere: Readonly<Record<string, boolean>> = {
      "relu-hidden": true,
      collapse: true,
      centred: tanh(-1) < 0 && sigmoid(-1) > 0,
      saturates: sigmoidDerivative(9) < 0.01 && tanhDerivative(-9) < 0.01,
      dying: relu(-1) === relu(-2),
      "depth-alone": false,
      "relu-saturates": relu(101) === relu(100),
      "sigmoid-steep": sigmoidDerivative(0) > 1,
      "softmax-hidden": false,
      "relu-bounded": relu(2) <= 1,
      "sums-to-one": target.every((one) => one.reduce((sum, x) => sum + x, 0) === 1),
      "both-large": target.some((one) => one.filter((x) => x === 1).length > 1),
      negative: Math.min(...values) < 0,
      "beyond-one": Math.max(...values) > 1,
      competing: (high ?? []).slice(1).every((x, i) => x < (low?.[i + 1] ?? 0)),
      largest: target.every((one) => one.filter((x) => x === 1).length === 1),
    };
    return { output: output.id, units: target[0]?.length ?? 0, statements: listed.filter((id) => isTrueHere[id]) };
  });

function oneHot(length: number, at: number): number[] {
  return Array.from({ length }, (_, i) => (i === at ? 1 : 0));
}
