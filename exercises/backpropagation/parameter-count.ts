/** How many weights and biases a network of dense layers has, and how large it may be for a given number (§6.4). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { integer } from "#lib/exercise/kinds.ts";
import * as auto from "#lib/math/autodiff-matrix.ts";

/** What goes in, and what the outputs stand for. */
const stories = [
  ["features of a customer", "classes"],
  ["readings of a machine", "kinds of fault"],
  ["pixels of a small picture", "classes of objects"],
  ["measurements of a plant", "species"],
  ["figures of a balance sheet", "ratings"],
] as const;

const params = z.object({
  story: z.int().min(0).max(4),
  /** Unknown, and 0, at level 3. */
  inputs: z.int(),
  /** The units of each hidden layer; at level 1 there is none. */
  hidden: z.int(),
  outputs: z.int().positive(),
  /** The most parameters that the network may have; only at level 3. */
  budget: z.int(),
});

const biases =
  "The biases were forgotten: each unit of a layer has one of its own, beside a weight for each of its inputs.";

export default exercise({
  id: "backpropagation/parameter-count",
  version: 1,
  title: "Counting parameters",
  summary: "Count the weights and biases that training has to find, and fit a network into a budget of them.",
  skills: ["backprop-layers", "matrix-shapes"],
  source: { section: "6.4", formulas: ["layer-forward"] },
})
  .params(params, (rng, level) => {
    const story = rng.int(0, 4);
    if (level === 1) return { story, inputs: rng.int(21, 98), hidden: 0, outputs: rng.int(12, 38), budget: 0 };
    const [inputs, hidden, outputs] = [rng.int(21, 98), rng.int(12, 48), rng.int(3, 9)];
    if (level === 2) return { story, inputs, hidden, outputs, budget: 0 };
    // What such a network has, and a little more, which is not enough for another input.
    const used = inputs * hidden + hidden + hidden * hidden + hidden + hidden * outputs + outputs;
    return { story, inputs: 0, hidden, outputs, budget: used + rng.int(2, hidden - 3) };
  })
  .prompt(({ story, inputs, hidden, outputs, budget }, level) => {
    const [taken, given] = stories[story] ?? stories[0];
    const dense = "Every unit is connected to all outputs of the layer before it, and has a bias.";
    return {
      1: `A network without a hidden layer takes ${inputs} ${taken} and has one output unit for each of ${outputs} ${given}. ${dense}\n\nHow many **parameters** are trained, weights and biases together?`,
      2: `A network takes ${inputs} ${taken}, has one hidden layer of ${hidden} units, and one output unit for each of ${outputs} ${given}. ${dense}\n\nHow many **parameters** are trained, weights and biases together?`,
      3: `A network is to have two hidden layers of ${hidden} units each and one output unit for each of ${outputs} ${given}. ${dense} It may have at most ${budget} parameters, weights and biases together.\n\n**How many inputs** (${taken}) can it take at most, and how many **parameters** has it then?`,
    }[level];
  })
  .step("single_weights", integer(), ({ inputs, outputs }) => inputs * outputs, {
    label: "w",
    words: "the number of weights",
    hint: "Every unit has a weight for each input.",
    skill: "matrix-shapes",
    formula: "\\text{inputs} \\cdot \\text{units}",
    work: ({ inputs, outputs }) => `${inputs} \\cdot ${outputs}`,
    malrules: {
      "sizes-added": {
        value: ({ inputs, outputs }) => inputs + outputs,
        says: "The sizes were added. Every output unit has a weight for *every* input, so for the weights the sizes are multiplied.",
      },
    },
  })
  .step("single", integer(), ({ outputs }, s) => s.single_weights + outputs, {
    label: "P",
    words: "the number of parameters",
    hint: "To the weights add a bias for each unit.",
    formula: "w + \\text{units}",
    work: ({ outputs }, s) => `${s.single_weights} + ${outputs}`,
    malrules: {
      "biases-forgotten": { value: (_, s) => s.single_weights, says: biases },
      "one-bias": {
        value: (_, s) => s.single_weights + 1,
        says: "The layer was given a single bias. Each of its units has one of its own.",
      },
      "bias-per-input": {
        value: ({ inputs }, s) => s.single_weights + inputs,
        says: "A bias was counted for each input. Biases belong to the units of the layer, not to what goes into it.",
      },
    },
  })
  .step("first", integer(), ({ inputs, hidden }) => inputs * hidden + hidden, {
    label: "P_1",
    words: "the parameters of the hidden layer",
    hint: "For each unit: a weight for every input, and a bias.",
    skill: "matrix-shapes",
    formula: "\\text{inputs} \\cdot \\text{units} + \\text{units}",
    work: ({ inputs, hidden }) => `${inputs} \\cdot ${hidden} + ${hidden}`,
    malrules: {
      "biases-forgotten": {
        value: ({ inputs, hidden }) => inputs * hidden,
        says: `In the hidden layer: ${biases.toLowerCase()}`,
      },
      "bias-per-input": {
        value: ({ inputs, hidden }) => inputs * hidden + inputs,
        says: "A bias was counted for each input. Biases belong to the units of a layer, not to what goes into it.",
      },
    },
  })
  .step("last", integer(), ({ hidden, outputs }) => hidden * outputs + outputs, {
    label: "P_{\\text{out}}",
    words: "the parameters of the output layer",
    hint: "The inputs of the output layer are the hidden units.",
    skill: "matrix-shapes",
    formula: "\\text{hidden units} \\cdot \\text{outputs} + \\text{outputs}",
    work: ({ hidden, outputs }) => `${hidden} \\cdot ${outputs} + ${outputs}`,
    malrules: {
      "biases-forgotten": {
        value: ({ hidden, outputs }) => hidden * outputs,
        says: `In the output layer: ${biases.toLowerCase()}`,
      },
      "inputs-for-hidden": {
        value: ({ inputs, outputs }) => (inputs > 0 ? inputs * outputs + outputs : undefined),
        says: "The output layer was connected to the inputs. What it works on are the hidden units.",
      },
    },
  })
  .step("total", integer(), (_, s) => s.first + s.last, {
    label: "P",
    words: "the number of parameters",
    hint: "Add up the layers. The inputs themselves have no parameters.",
    formula: "P_1 + P_{\\text{out}}",
    work: (_, s) => `${s.first} + ${s.last}`,
    malrules: {
      "inputs-counted": {
        value: ({ inputs }, s) => s.first + s.last + inputs,
        says: "The inputs were counted as a layer with parameters of its own. Nothing is trained there: they are what is put in.",
      },
      "hidden-layer-only": {
        value: (_, s) => s.first,
        says: "This is the hidden layer alone. The output layer has weights and biases too.",
      },
    },
  })
  .step("second", integer(), ({ hidden }) => hidden * hidden + hidden, {
    label: "P_2",
    words: "the parameters of the second hidden layer",
    hint: "It connects the hidden units of one layer with those of the next, and has a bias for each.",
    skill: "matrix-shapes",
    formula: "\\text{units} \\cdot \\text{units} + \\text{units}",
    work: ({ hidden }) => `${hidden} \\cdot ${hidden} + ${hidden}`,
    malrules: {
      "biases-forgotten": {
        value: ({ hidden }) => hidden * hidden,
        says: `In the second hidden layer: ${biases.toLowerCase()}`,
      },
      "layer-forgotten": {
        value: () => 0,
        says: "The weights between the two hidden layers were forgotten: every unit of one is connected to every unit of the other.",
      },
    },
  })
  .step("rest", integer(), ({ budget, hidden }, s) => budget - s.last - s.second - hidden, {
    label: "R",
    words: "the weights that are left for the inputs",
    hint: "Take from the budget all that does not depend on the inputs, also the biases of the first hidden layer.",
    formula: "\\text{budget} - P_{\\text{out}} - P_2 - \\text{biases of the first hidden layer}",
    work: ({ budget, hidden }, s) => `${budget} - ${s.last} - ${s.second} - ${hidden}`,
    malrules: {
      "first-biases-forgotten": {
        value: ({ budget }, s) => budget - s.last - s.second,
        says: "The biases of the first hidden layer are missing: they are there however few inputs it has.",
      },
    },
  })
  .step("inputs", integer(), ({ hidden }, s) => Math.floor(s.rest / hidden), {
    label: "n",
    words: "the largest number of inputs",
    hint: "Each input costs one weight for every unit of the first hidden layer. What is left over is not enough for another.",
    formula: "\\lfloor R \\div \\text{units} \\rfloor",
    work: ({ hidden }, s) => `\\lfloor ${s.rest} \\div ${hidden} \\rfloor`,
    malrules: {
      "rounded-up": {
        value: ({ hidden }, s) => Math.ceil(s.rest / hidden),
        says: "This was rounded up: with so many inputs the network has more parameters than it may have.",
      },
    },
  })
  .step("used", integer(), ({ hidden }, s) => s.inputs * hidden + hidden + s.second + s.last, {
    label: "P",
    words: "the number of parameters of that network",
    hint: "Add up all three layers with that number of inputs.",
    formula: "n \\cdot \\text{units} + \\text{units} + P_2 + P_{\\text{out}}",
    work: ({ hidden }, s) => `${s.inputs} \\cdot ${hidden} + ${hidden} + ${s.second} + ${s.last}`,
    malrules: {
      "budget-for-count": {
        value: ({ budget }) => budget,
        says: "This is the budget. The network does not use all of it: count what it has.",
      },
    },
  })
  .asks({ 1: ["single"], 2: ["total"], 3: ["inputs", "used"] })
  .check(({ inputs, hidden, outputs, budget }) => {
    // By making the layers, as matrices with one more column for the bias, and counting their entries.
    const layer = (from: number, to: number) =>
      auto.matrixVariable(Array.from({ length: to }, () => new Array<number>(from + 1).fill(0)));
    const count = (...layers: ReturnType<typeof layer>[]) => layers.flat(2).length;
    const wide = (n: number) => count(layer(n, hidden), layer(hidden, hidden), layer(hidden, outputs));
    let most = 0;
    if (budget > 0) {
      const [none, step] = [wide(0), wide(1) - wide(0)];
      while (none + step * (most + 1) <= budget) most++;
    }
    return {
      single: count(layer(inputs, outputs)),
      total: count(layer(inputs, hidden), layer(hidden, outputs)),
      inputs: most,
      used: budget > 0 ? wide(most) : 0,
    };
  });
