/** The steps of one training step, forward, backward and update, in the order in which each can be taken (§6.4). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { order } from "#lib/exercise/kinds.ts";

const names = ["K", "M", "P", "Q", "R", "T"] as const;
type Name = (typeof names)[number];

const stories = [
  "reads handwritten digits",
  "predicts tomorrow’s rainfall",
  "finds faults in photos of parts",
  "guesses the price of a flat",
  "tells who is speaking",
] as const;

const forward = (name: Name) => `forward-${name}`;
const delta = (name: Name) => `delta-${name}`;

/** In no order that is right: a variant lists its own, shuffled. */
const options = [
  { id: "update", text: "Take a step of gradient descent with all weights and biases." },
  { id: "gradients", text: "Compute the gradients by all weights and biases from the deltas." },
  { id: "backward", text: "Carry the gradient back to all weights and biases." },
  ...names.map((name) => ({ id: delta(name), text: `Compute the delta $\\partial L/\\partial z$ of layer ${name}.` })),
  { id: "loss", text: "Compute the loss and its gradient by the prediction." },
  ...names.map((name) => ({ id: forward(name), text: `Compute the output of layer ${name}.` })),
  { id: "batch", text: "Draw a mini-batch." },
];

const params = z.object({
  story: z.int().min(0).max(4),
  /** From the input to the prediction. */
  layers: z.array(z.enum(names)).min(2).max(3),
  /** The order in which the text tells the connections. */
  told: z.array(z.int().min(0).max(3)),
  /** Whether the way back is one item, or has one for each layer. */
  backward: z.enum(["whole", "by-layer"]),
  batch: z.boolean(),
  /** The ids of the items, as they are listed. */
  listed: z.array(z.string()),
});
type Params = z.infer<typeof params>;

const onward = ({ layers, batch }: Params, through = layers) => [
  ...(batch ? ["batch"] : []),
  ...through.map(forward),
  "loss",
];
const back = ({ layers, backward }: Params, through = layers.toReversed()) =>
  backward === "whole" ? ["backward"] : [...through.map(delta), "gradients"];

/** How the layers are connected, one sentence for each connection. */
const connections = ([first, ...rest]: readonly Name[]): string[] => {
  const chain = first === undefined ? [] : [first, ...rest];
  return [
    `The input goes into ${first}.`,
    ...rest.map((name, i) => `The output of ${chain[i]} goes into ${name}.`),
    `The output of ${chain.at(-1)} is the prediction.`,
  ];
};

export default exercise({
  id: "backpropagation/algorithm-order",
  version: 1,
  title: "The order of a training step",
  summary: "Put the steps of forward pass, backward pass and update in order.",
  skills: ["backprop-layers"],
  source: { section: "6.4", formulas: ["layer-forward", "delta-recursion", "layer-update"] },
})
  .params(params, (rng, level) => {
    const layers = rng.shuffle(names).slice(0, level === 3 ? 3 : 2);
    const so = {
      story: rng.int(0, 4),
      layers,
      told: rng.shuffle(Array.from({ length: layers.length + 1 }, (_, i) => i)),
      backward: level === 1 ? ("whole" as const) : ("by-layer" as const),
      batch: level === 3,
    };
    const all = { ...so, listed: [] };
    return { ...so, listed: rng.shuffle([...onward(all), ...back(all), "update"]) };
  })
  .prompt(({ story, layers, told, backward }) =>
    [
      `A network that ${stories[story]} has the layers ${layers
        .toSorted()
        .join(", ")
        .replace(/, (\w)$/, " and $1")}. ${told.map((i) => connections(layers)[i]).join(" ")}`,
      backward === "whole"
        ? "Put one step of its training in order: each item must come after all that it needs."
        : "Put one step of its training by backpropagation in order: each item must come after all that it needs. The delta of a layer is the gradient of the loss $L$ by the pre-activation $z$ of that layer.",
    ].join("\n\n"),
  )
  .step("onward", order(options), (p) => onward(p), {
    label: "\\text{forward pass}",
    words: "the forward pass",
    hint: "A layer needs the output of the one before it, the loss needs the prediction. Follow the connections from the input.",
    formula: "\\text{from the input to the loss}",
    malrules: {
      "last-layer-first": {
        value: (p) => onward(p, p.layers.toReversed()),
        says: "The forward pass runs against the connections here. Which layer does the input go into?",
      },
      "by-name": {
        value: (p) => onward(p, p.layers.toSorted()),
        says: "The layers are in the order of their names. What counts is how they are connected: follow the input.",
      },
    },
  })
  .step("back", order(options), (p) => back(p), {
    label: "\\text{backward pass}",
    words: "the backward pass",
    hint: "A delta is computed from the delta of the layer behind it, so the one next to the loss comes first.",
    formula: "\\text{from the loss to the weights}",
    malrules: {
      "outer-layer-last": {
        value: (p) => (p.backward === "whole" ? undefined : back(p, p.layers)),
        says: "The deltas run from the input to the loss here. Each needs the delta of the layer behind it: begin next to the loss.",
      },
      "gradients-before-deltas": {
        value: (p) => (p.backward === "whole" ? undefined : ["gradients", ...back(p).slice(0, -1)]),
        says: "The gradients by the weights are made from the deltas of all layers. Are all of them there by then?",
      },
    },
  })
  .step("order", order(options), (_, s) => [...s.onward, ...s.back, "update"], {
    label: "\\text{order}",
    words: "the order of the training step",
    hint: "First forward to the loss, then back from it; the weights change when all gradients are there.",
    formula: "\\text{forward pass, backward pass, update}",
    lists: ({ listed }) => listed,
    malrules: {
      "backward-first": {
        value: (_, s) => [...s.back, ...s.onward, "update"],
        says: "The way back starts from the loss, and uses what the forward pass has computed. What must be there before it?",
      },
      "update-too-early": {
        value: (_, s) => [...s.onward, ...s.back.slice(0, -1), "update", ...s.back.slice(-1)],
        says: "The weights are changed before their gradients are known. What does a step of gradient descent subtract?",
      },
      "update-first": {
        value: (_, s) => ["update", ...s.onward, ...s.back],
        says: "It begins with the update, which needs gradients by the weights as they are now. Where do those come from?",
      },
      "loss-after-backward": {
        value: (_, s) => [...s.onward.filter((id) => id !== "loss"), ...s.back, "loss", "update"],
        says: "What is carried back is the gradient of the loss. Look at where the way back begins.",
      },
    },
  })
  .asks({ 1: ["order"], 2: ["order"], 3: ["order"] })
  .check(({ layers, backward, listed }) => {
    // By need alone: whatever has all that it needs may be next. There is never more than one such item.
    const needs = new Map<string, readonly string[]>([
      ["batch", []],
      ["loss", layers.slice(-1).map(forward)],
      ["backward", ["loss"]],
      ["gradients", layers.map(delta)],
      ["update", [backward === "whole" ? "backward" : "gradients"]],
      ...layers.map((name, i) => [forward(name), i === 0 ? ["batch"] : [forward(layers[i - 1]!)]] as const),
      ...layers.map((name, i) => [delta(name), i === layers.length - 1 ? ["loss"] : [delta(layers[i + 1]!)]] as const),
    ]);
    const done: string[] = [];
    while (done.length < listed.length) {
      const isReady = (id: string) => needs.get(id)?.every((need) => done.includes(need) || !listed.includes(need));
      const ready = listed.filter((id) => !done.includes(id) && isReady(id));
      const [next] = ready;
      if (next === undefined || ready.length > 1) throw new RangeError(`after ${done} may come: ${ready}`);
      done.push(next);
    }
    return { order: done };
  });
