/** What a gradient costs: multiplications forward, backward, and by finite differences (§6.1). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { integer, scalar } from "#lib/exercise/kinds.ts";

/** What goes in, and what the outputs are. */
const stories = [
  ["features", "classes"],
  ["sensor readings", "settings of a motor"],
  ["word counts", "topics"],
  ["measurements", "species"],
  ["pixels", "digits"],
] as const;

const params = z.object({
  story: z.int().min(0).max(4),
  inputs: z.int().positive(),
  hidden: z.int().positive(),
  outputs: z.int().positive(),
  /** Whether both sides of a difference are computed anew; only at level 3. */
  central: z.boolean(),
});

export default exercise({
  id: "backpropagation/backprop-cost",
  version: 1,
  title: "What a gradient costs",
  summary: "Count the multiplications of a forward and a backward pass, and compare them with finite differences.",
  skills: ["gradient-checking", "matrix-shapes"],
  source: { section: "6.1", formulas: ["backprop-cost"] },
})
  .params(params, (rng, level) => ({
    story: rng.int(0, 4),
    inputs: rng.int(21, 98),
    hidden: rng.int(12, 48),
    outputs: rng.int(3, 9),
    central: level === 3 ? rng.pick([true, false]) : false,
  }))
  .prompt(({ story, inputs, hidden, outputs, central }, level) => {
    const [taken, given] = stories[story] ?? stories[0];
    const network = `A network takes ${inputs} ${taken}, has one hidden layer of ${hidden} units, and gives ${outputs} ${given}. Every unit is connected to all that the layer before it gives. Count only the **multiplications in matrix products**, for one sample: not those in activations, slopes and the loss.`;
    const backward =
      "Backward, it computes $\\delta_2$ from the loss without a matrix product, then $\\partial L/\\partial W_2 = \\delta_2 h^\\top$, $\\delta_1 = (W_2^\\top \\delta_2) \\odot g'(z_1)$ and $\\partial L/\\partial W_1 = \\delta_1 x^\\top$; the gradient by the input $x$ is not needed.";
    const forward = "Forward, it computes $z_1 = W_1 x + b_1$, $h = g(z_1)$ and $z_2 = W_2 h + b_2$.";
    const differences = central
      ? "With **central differences**, each weight and each bias is moved up and then down by a little, with a forward pass each time."
      : "With **one-sided differences**, there is one forward pass with all parameters as they are, and one more for each weight and each bias moved by a little.";
    return {
      1: `${network} ${forward}\n\nHow many multiplications does the **forward pass** take?`,
      2: `${network} ${forward} ${backward}\n\nHow many multiplications does the **forward pass** take, and how many the **backward pass**?`,
      3: `${network} ${forward} ${backward}\n\nThe gradient can also be found without backpropagation. ${differences}\n\nHow many multiplications do the **differences** take, how many do one forward and one backward pass of **backpropagation** take together, and **how many times** as many is the former?`,
    }[level];
  })
  .step("first", integer(), ({ inputs, hidden }) => inputs * hidden, {
    label: "m_1",
    words: "the multiplications of W1 x",
    hint: "Every weight is multiplied once by what comes in.",
    skill: "matrix-shapes",
    formula: "\\text{inputs} \\cdot \\text{hidden units}",
    work: ({ inputs, hidden }) => `${inputs} \\cdot ${hidden}`,
    malrules: {
      "sizes-added": {
        value: ({ inputs, hidden }) => inputs + hidden,
        says: "In the first layer the sizes were added. Each hidden unit multiplies *every* input by a weight.",
      },
      "biases-counted": {
        value: ({ inputs, hidden }) => inputs * hidden + hidden,
        says: "The biases were counted in the first layer. They are added, not multiplied.",
      },
    },
  })
  .step("second", integer(), ({ hidden, outputs }) => hidden * outputs, {
    label: "m_2",
    words: "the multiplications of W2 h",
    hint: "The same in the second layer, whose inputs are the hidden units.",
    skill: "matrix-shapes",
    formula: "\\text{hidden units} \\cdot \\text{outputs}",
    work: ({ hidden, outputs }) => `${hidden} \\cdot ${outputs}`,
    malrules: {
      "inputs-for-hidden": {
        value: ({ inputs, outputs }) => inputs * outputs,
        says: "The second layer was connected to the inputs. It works on the hidden units.",
      },
    },
  })
  .step("forward", integer(), (_, s) => s.first + s.second, {
    label: "F",
    words: "the multiplications of the forward pass",
    hint: "The layers come one after the other: add up.",
    formula: "m_1 + m_2",
    work: (_, s) => `${s.first} + ${s.second}`,
    malrules: {
      "layers-multiplied": {
        value: ({ inputs, hidden, outputs }) => inputs * hidden * outputs,
        says: "All sizes were multiplied. The layers are computed one after the other, so their multiplications are added.",
      },
    },
  })
  .step("by_weights", integer(), (_, s) => s.first + s.second, {
    label: "m_W",
    words: "the multiplications of the gradients by the weights",
    hint: "An outer product has one multiplication for each entry, and so one for each weight.",
    skill: "matrix-shapes",
    formula: "m_1 + m_2",
    work: (_, s) => `${s.first} + ${s.second}`,
  })
  .step("by_hidden", integer(), ({ hidden, outputs }) => hidden * outputs, {
    label: "m_\\delta",
    words: "the multiplications of the delta of the hidden layer",
    hint: "Going back through the second matrix takes as many multiplications as going forward through it.",
    skill: "matrix-shapes",
    formula: "\\text{outputs} \\cdot \\text{hidden units}",
    work: ({ hidden, outputs }) => `${outputs} \\cdot ${hidden}`,
    malrules: {
      forgotten: {
        value: () => 0,
        says: "The product $W_2^\\top \\delta_2$ is missing in the backward pass: without it the gradient does not reach the first layer.",
      },
    },
  })
  .step("backward", integer(), (_, s) => s.by_weights + s.by_hidden, {
    label: "B",
    words: "the multiplications of the backward pass",
    hint: "Add the gradients by the weights and the delta.",
    formula: "m_W + m_\\delta",
    work: (_, s) => `${s.by_weights} + ${s.by_hidden}`,
    malrules: {
      "to-the-input": {
        value: ({ inputs, hidden }, s) => s.by_weights + s.by_hidden + inputs * hidden,
        says: "The gradient was carried on to the input $x$. Nothing is trained there, so that product is not needed.",
      },
    },
  })
  .step("parameters", integer(), ({ hidden, outputs }, s) => s.first + s.second + hidden + outputs, {
    label: "P",
    words: "the number of weights and biases",
    hint: "There are as many weights as multiplications forward, and a bias for each unit.",
    formula: "m_1 + m_2 + \\text{hidden units} + \\text{outputs}",
    work: ({ hidden, outputs }, s) => `${s.first} + ${s.second} + ${hidden} + ${outputs}`,
    malrules: {
      "biases-forgotten": {
        value: (_, s) => s.first + s.second,
        says: "The biases were forgotten among the parameters. Each is moved too, with forward passes of its own.",
      },
    },
  })
  .step("passes", integer(), ({ central }, s) => (central ? 2 * s.parameters : s.parameters + 1), {
    label: "k",
    words: "the number of forward passes",
    hint: "How often is the loss computed? Once more for each parameter, or twice.",
    formula: ({ central }) => (central ? "2P" : "P + 1"),
    work: ({ central }, s) => (central ? `2 \\cdot ${s.parameters}` : `${s.parameters} + 1`),
    malrules: {
      "other-kind": {
        value: ({ central }, s) => (central ? s.parameters + 1 : 2 * s.parameters),
        says: "This is the number of passes of the other kind of difference. One-sided ones share a pass; central ones take two for each parameter.",
      },
    },
  })
  .step("differences", integer(), (_, s) => s.passes * s.forward, {
    label: "D",
    words: "the multiplications of the finite differences",
    hint: "Each pass is a whole forward pass.",
    formula: "k \\cdot F",
    work: (_, s) => `${s.passes} \\cdot ${s.forward}`,
    malrules: {
      "passes-for-multiplications": {
        value: (_, s) => s.passes,
        says: "This is how many forward passes there are. Each of them has all its multiplications.",
      },
    },
  })
  .step("backprop", integer(), (_, s) => s.forward + s.backward, {
    label: "A",
    words: "the multiplications of backpropagation, forward and backward",
    hint: "One forward pass and one backward pass, however many parameters there are.",
    formula: "F + B",
    work: (_, s) => `${s.forward} + ${s.backward}`,
    malrules: {
      "backward-alone": {
        value: (_, s) => s.backward,
        says: "This is the backward pass alone. It needs the values of a forward pass, which counts too.",
      },
      "once-for-each-parameter": {
        value: (_, s) => s.parameters * s.backward,
        says: "Backpropagation does not go back for each parameter by itself: one pass gives all gradients, since they share the deltas.",
      },
    },
  })
  .step("ratio", scalar({ rule: { digits: 4 } }), (_, s) => s.differences / s.backprop, {
    label: "D / A",
    words: "how many times as many the finite differences take",
    hint: "Divide the one by the other.",
    formula: "D \\div A",
    work: (_, s) => `${s.differences} \\div ${s.backprop}`,
    malrules: {
      inverted: {
        value: (_, s) => s.backprop / s.differences,
        says: "This is the other way round: how many backpropagation takes for each one of the differences.",
      },
    },
  })
  .asks({ 1: ["forward"], 2: ["forward", "backward"], 3: ["differences", "backprop", "ratio"] })
  .cases(({ central }) => (central ? "central" : "one-sided"))
  .check(({ inputs, hidden, outputs, central }) => {
    // By running both passes on a machine that counts: a product of sizes a×b and b×c takes a·b·c multiplications.
    let count = 0;
    const multiply = (
      [a, b]: readonly [number, number],
      [c, d]: readonly [number, number],
    ): readonly [number, number] => {
      if (b !== c) throw new RangeError(`${a}×${b} times ${c}×${d}`);
      count += a * b * d;
      return [a, d];
    };
    const forwardPass = () => multiply([outputs, hidden], multiply([hidden, inputs], [inputs, 1]));
    forwardPass();
    const forward = count;
    multiply([outputs, 1], [1, hidden]);
    multiply(multiply([hidden, outputs], [outputs, 1]), [1, inputs]);
    const backprop = count;
    const parameters = hidden * (inputs + 1) + outputs * (hidden + 1);
    const differences = forward * (central ? parameters + parameters : 1 + parameters);
    return { forward, backward: backprop - forward, differences, backprop, ratio: differences / backprop };
  });
