/** Which trouble the gradients of a network are in, and what helps against it (§6.7). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { choice, choices, scalar } from "#lib/exercise/kinds.ts";
import { num, plain } from "#lib/exercise/tex.ts";

const kinds = ["vanishing", "exploding", "dying", "healthy"] as const;
type Kind = (typeof kinds)[number];

const diagnoses = [
  { id: "vanishing", text: "The gradients vanish." },
  { id: "exploding", text: "The gradients explode." },
  { id: "dying", text: "Many ReLUs are dead." },
  { id: "healthy", text: "The gradients are healthy." },
] as const;

/** Changes to a network, and the troubles that each is known to help against; those against none make things worse. */
const remedies = {
  relu: { text: "Use ReLUs instead of the sigmoids in the hidden layers.", helps: ["vanishing"] },
  residual: { text: "Add skip connections around the layers.", helps: ["vanishing"] },
  normalize: { text: "Add batch normalization between the layers.", helps: ["vanishing", "exploding"] },
  clip: { text: "Clip the gradient where its norm is above a threshold.", helps: ["exploding"] },
  smaller: { text: "Start from smaller weights, scaled to the number of inputs.", helps: ["exploding"] },
  leaky: { text: "Use leaky ReLUs.", helps: ["dying"] },
  "lower-rate": { text: "Lower the learning rate, so that no step throws a unit far off.", helps: ["dying"] },
  "positive-bias": { text: "Start the hidden biases a little above 0.", helps: ["dying"] },
  deeper: { text: "Add more layers of the same kind.", helps: [] },
  "higher-rate": { text: "Make the learning rate ten times as large.", helps: [] },
  saturate: { text: "Multiply the inputs by 100.", helps: [] },
} as const satisfies Record<string, { text: string; helps: readonly Kind[] }>;
type Remedy = keyof typeof remedies;
const isRemedy = (id: string): id is Remedy => id in remedies;
const helps = (id: string, kind: string): boolean => isRemedy(id) && remedies[id].helps.some((one) => one === kind);

/** What is listed for a trouble: three remedies, and three that are none. */
const listed = {
  vanishing: ["relu", "residual", "normalize", "clip", "deeper", "saturate"],
  exploding: ["clip", "smaller", "normalize", "deeper", "higher-rate", "saturate"],
  dying: ["leaky", "lower-rate", "positive-bias", "deeper", "higher-rate", "saturate"],
} as const satisfies Record<Exclude<Kind, "healthy">, readonly Remedy[]>;

const stories = [
  "A network that reads handwriting",
  "A network that forecasts the load of a power grid",
  "A network that sorts sounds",
  "A network that grades photos of fruit",
  "A network that rates loans",
] as const;

const params = z.object({
  story: z.int().min(0).max(4),
  kind: z.enum(kinds),
  /** The norms of the gradients by the weights, from the first layer to the last. */
  norms: z.array(z.number().positive()),
  /** The share of hidden units, in percent, that give 0 for every sample. */
  dead: z.int(),
  /** The ids of the remedies as they are listed; none at level 1. */
  remedies: z.array(z.string()),
});
type Params = z.infer<typeof params>;

/** What the figures tell: which trouble it is. */
function diagnose({ norms, dead }: Params): Kind {
  const ratio = (norms[0] ?? 1) / (norms.at(-1) ?? 1);
  if (dead > 50) return "dying";
  return ratio < 0.02 ? "vanishing" : ratio > 50 ? "exploding" : "healthy";
}
/** A diagnosis that may be mistaken for that of this variant. */
const mistaken = (taken: Kind, ofKind: Kind, says: string) => ({
  value: ({ kind }: Params) => (kind === ofKind ? taken : undefined),
  says,
});

export default exercise({
  id: "backpropagation/remedies",
  version: 1,
  title: "Symptoms and remedies",
  summary: "Tell from the gradients of its layers what a network suffers from, and what helps.",
  skills: ["gradient-flow"],
  source: { section: "6.7", formulas: ["vanishing-gradient", "exploding-gradient"] },
})
  .params(params, (rng, level): Params => {
    const kind = rng.pick<Kind>(
      level === 1
        ? ["vanishing", "exploding", "dying", "healthy"]
        : level === 2
          ? ["vanishing", "exploding", "dying"]
          : ["vanishing", "exploding"],
    );
    // Two digits each; from layer to layer a power of ten where the gradient fades or grows.
    const places = {
      vanishing: [10_000, 1000, 100, 10],
      exploding: [0.1, 1, 10, 100],
      dying: [10, 10, 10, 10],
      healthy: [10, 10, 10, 10],
    }[kind];
    const [low, high] = kind === "healthy" || kind === "dying" ? [41, 79] : [21, 89];
    const norms = places.map((place) => rng.int(low, high) / place);
    const dead = kind === "dying" ? rng.int(71, 94) : rng.int(2, 9);
    return {
      ...{ story: rng.int(0, 4), kind, norms, dead },
      remedies: level === 1 || kind === "healthy" ? [] : rng.shuffle(listed[kind]),
    };
  })
  .prompt(({ story, kind, norms, dead }, level) => {
    const hidden = kind === "vanishing" ? "sigmoids" : "ReLUs";
    const figures = `${stories[story]} has ${norms.length} layers, with ${hidden} in the hidden ones, and hardly knows more after an hour of training than before. Over one batch, the gradients of the loss by the weights have these norms:`;
    const fine = `${stories[story]} has ${norms.length} layers, with ${hidden} in the hidden ones, and has just begun to train. Over one batch, the gradients of the loss by the weights have these norms:`;
    const table = [
      `| layer | ${norms.map((_, i) => `${i + 1}`).join(" | ")} |`,
      `| --- | ${norms.map(() => "--:").join(" | ")} |`,
      `| norm | ${norms.map((n) => plain(n)).join(" | ")} |`,
    ].join("\n");
    const units = `Of the hidden units, ${dead} out of 100 give the same value, 0 or next to 0, for every sample of the batch.`;
    const question = {
      1: "What do these figures tell?",
      2: "What do these figures tell, and which of the changes **help** against it?",
      3: `By which **factor** does the norm change from one layer to the layer before it, on average? (The average is the factor that, applied ${norms.length - 1} times, leads from layer ${norms.length} to layer 1.) How large would the norm of the **first layer** be if the network had ${2 * norms.length} layers, with the same norm at the last one and the same factor throughout? And which of the changes **help**?`,
    }[level];
    return `${level === 1 ? fine : figures}\n\n${table}\n\n${units}\n\n${question}`;
  })
  .step("diagnosis", choice(diagnoses), diagnose, {
    label: "\\text{diagnosis}",
    words: "what the figures tell",
    hint: "Go from the last layer to the first and compare the norms; then look at the share of units that are always 0.",
    formula: "\\text{norm of the first layer, compared with that of the last}",
    malrules: {
      "direction-mistaken": mistaken(
        "exploding",
        "vanishing",
        "The norms grow towards the last layer, but gradients travel the other way: which way do they change on their way back?",
      ),
      "direction-mistaken-too": mistaken(
        "vanishing",
        "exploding",
        "The norms fall towards the last layer, but gradients travel the other way: which way do they change on their way back?",
      ),
      "taken-for-healthy": {
        value: ({ kind }) => (kind === "healthy" ? undefined : "healthy"),
        says: "Compare the norms of the first and the last layer, and how many units do nothing at all: would every layer learn at a like speed?",
      },
      "dead-not-seen": mistaken(
        "vanishing",
        "dying",
        "The norms differ little from layer to layer. Look at the other figure: how many units take part at all?",
      ),
      "healthy-mistaken": mistaken(
        "vanishing",
        "healthy",
        "The norms go up and down by small factors. Vanishing means that they fall by a like factor in layer after layer.",
      ),
      "dead-seen-in-few": {
        value: ({ kind }) => (kind === "dying" ? undefined : "dying"),
        says: "Only a few units are always 0. Dead ReLUs are a trouble where they are many.",
      },
    },
  })
  .step("factor", scalar(), ({ norms }) => ((norms[0] ?? 1) / (norms.at(-1) ?? 1)) ** (1 / (norms.length - 1)), {
    label: "f",
    words: "the average factor from a layer to the one before it",
    hint: "From the last layer to the first it is applied once for each step between them: take the root of that order.",
    formula: ({ norms }) => `\\sqrt[${norms.length - 1}]{n_1 / n_{${norms.length}}}`,
    work: ({ norms }) => `\\sqrt[${norms.length - 1}]{${num(norms[0] ?? 0)} / ${num(norms.at(-1) ?? 0)}}`,
    malrules: {
      "as-many-as-layers": {
        value: ({ norms }) => ((norms[0] ?? 1) / (norms.at(-1) ?? 1)) ** (1 / norms.length),
        says: "The root has the wrong order: between so many layers there is one step fewer than there are layers.",
      },
      inverted: {
        value: ({ norms }) => ((norms.at(-1) ?? 1) / (norms[0] ?? 1)) ** (1 / (norms.length - 1)),
        says: "This goes from the first layer to the last. Gradients come back: from a layer to the one *before* it.",
      },
      "divided-not-rooted": {
        value: ({ norms }) => (norms[0] ?? 1) / (norms.at(-1) ?? 1) / (norms.length - 1),
        says: "The whole change was divided by the number of steps. The steps multiply, so take the root instead.",
      },
    },
  })
  .step(
    "deeper_norm",
    // What has vanished is far smaller than 1.
    scalar({ workingDigits: 5, size: 1e-9 }),
    ({ norms }, s) => (norms.at(-1) ?? 1) * s.factor ** (2 * norms.length - 1),
    {
      label: "n_1'",
      words: "the norm of the first layer of the deeper network",
      hint: "Start from the last layer, and apply the factor once for each step down to the first.",
      formula: ({ norms }) => `n_{${norms.length}} \\cdot f^{${2 * norms.length - 1}}`,
      work: ({ norms }, s) => `${num(norms.at(-1) ?? 0)} \\cdot ${num(s.factor)}^{${2 * norms.length - 1}}`,
      malrules: {
        "one-step-too-many": {
          value: ({ norms }, s) => (norms.at(-1) ?? 1) * s.factor ** (2 * norms.length),
          says: "This is one step too many: from the last layer to the first there is one step fewer than there are layers.",
        },
        "same-depth": {
          value: ({ norms }) => norms[0] ?? 1,
          says: "This is the first layer of the network as it is. With more layers there are more factors.",
        },
      },
    },
  )
  .step(
    "remedies",
    choices(Object.entries(remedies).map(([id, { text }]) => ({ id, text }))),
    ({ remedies: shown }, s) => shown.filter((id) => helps(id, s.diagnosis)),
    {
      label: "\\text{what helps}",
      words: "the changes that help",
      hint: "Ask of each change what it does to the factor by which a layer multiplies the gradient, or to the units that are dead.",
      formula: "\\text{each change by itself}",
      lists: ({ remedies: shown }) => shown,
      malrules: {
        "clipping-for-vanishing": {
          value: ({ kind, remedies: shown }) =>
            kind === "vanishing" ? shown.filter((id) => id === "clip" || helps(id, kind)) : undefined,
          says: "Clipping only ever makes a gradient smaller. These are too small already.",
        },
        "depth-helps": {
          value: ({ kind, remedies: shown }) => shown.filter((id) => id === "deeper" || helps(id, kind)),
          says: "Another layer of the same kind is another factor of the same kind, or more units of the same sort. Does that lessen the trouble?",
        },
        "rate-helps": {
          value: ({ kind, remedies: shown }) =>
            kind === "vanishing" ? undefined : shown.filter((id) => id === "higher-rate" || helps(id, kind)),
          says: "A larger learning rate makes each step longer. Think of what a very long step does to the weights here.",
        },
        "first-only": {
          value: ({ kind, remedies: shown }) => shown.filter((id) => helps(id, kind)).slice(0, 1),
          says: "This helps, but not this alone: more than one of the changes acts on the same trouble.",
        },
      },
    },
  )
  .asks({ 1: ["diagnosis"], 2: ["diagnosis", "remedies"], 3: ["factor", "deeper_norm", "remedies"] })
  .cases(({ kind }) => kind)
  .figures({
    solution: ({ norms }) => ({
      figure: "bars",
      alt: `The norm of the gradient of each layer as bars: ${norms.map((n, i) => `layer ${i + 1} ${plain(n)}`).join(", ")}.`,
      bars: norms.map((value, i) => ({ label: `${i + 1}`, value })),
    }),
  })
  .check(({ kind, norms, dead, remedies: shown }) => {
    // The trouble by a straight line through the logarithms of the norms, the remedies from a list by trouble.
    const logs = norms.map(Math.log);
    const middle = (norms.length - 1) / 2;
    const slope =
      logs.reduce((sum, y, i) => sum + y * (i - middle), 0) / norms.reduce((sum, _, i) => sum + (i - middle) ** 2, 0);
    const seen = dead > 50 ? "dying" : slope > 1 ? "vanishing" : slope < -1 ? "exploding" : "healthy";
    const [first = 1, last = 1] = [norms[0], norms.at(-1)].map((n) => Math.log(n ?? 1));
    const step = (first - last) / (norms.length - 1);
    const helping: Readonly<Record<Kind, readonly string[]>> = {
      vanishing: ["normalize", "relu", "residual"],
      exploding: ["clip", "normalize", "smaller"],
      dying: ["leaky", "lower-rate", "positive-bias"],
      healthy: [],
    };
    return {
      diagnosis: seen,
      factor: Math.exp(step),
      deeper_norm: Math.exp(last + (2 * norms.length - 1) * step),
      remedies: shown.filter((id) => helping[kind].includes(id)),
    };
  });
