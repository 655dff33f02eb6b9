/** The slope of tanh: at a point, in a layer on the way back, and through two steps of a recurrent cell (example 30). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar, vector } from "#lib/exercise/kinds.ts";
import { column, num, par, plain, vec } from "#lib/exercise/tex.ts";
import { sigmoid, tanh, tanhDerivative } from "#lib/math/activations.ts";
import { gradient } from "#lib/math/autodiff.ts";

const stories = [
  { unit: "A tanh unit", layer: "A layer of tanh units", cell: "A recurrent network reads a text word by word" },
  {
    unit: "A unit that steers a rudder",
    layer: "The layer that steers a boat",
    cell: "A recurrent network follows a price",
  },
  {
    unit: "A unit that scores a mood",
    layer: "The layer that scores a review",
    cell: "A recurrent network listens to speech",
  },
  {
    unit: "A unit that paints a pixel",
    layer: "The layer that paints three pixels",
    cell: "A recurrent network follows the weather",
  },
] as const;

const rounded = (x: number) => Math.round(x * 1e4) / 1e4;

export default exercise({
  id: "activations/tanh-derivative",
  version: 1,
  title: "The derivative of tanh",
  summary:
    "Find the slope of tanh from its value, send a gradient back through a layer, and through two steps of a cell.",
  skills: ["tanh", "chain-rule"],
  source: { section: "5.2", examples: [30], formulas: ["tanh-derivative"] },
})
  .params(
    z.object({
      story: z.int().min(0).max(3),
      given: z.number(),
      /** At level 2: the outputs of the layer and the gradient by them. */
      h: z.array(z.number()),
      g: z.array(z.number()),
      /** At level 3: the cell's two weights, its first state and its inputs. */
      w: z.number(),
      u: z.number(),
      start: z.number(),
      inputs: z.array(z.number()),
    }),
    (rng, level) => {
      const story = rng.int(0, 3);
      const sign = () => rng.pick([1, -1]);
      const none = { story, given: 0, h: [], g: [], w: 0, u: 0, start: 0, inputs: [] };
      if (level === 1) return { ...none, given: (rng.int(20, 225) * sign()) / 100 };
      if (level === 2) {
        const h = rng.shuffle([2, 3, 4, 5, 6, 7, 8, 9]).slice(0, 3);
        return { ...none, h: h.map((t) => (t * sign()) / 10), g: h.map(() => (rng.int(2, 9) * sign()) / 10) };
      }
      // The first input goes the way of the weighted first state, so that the two do not cancel.
      const w = rng.pick([0.6, 0.7, 0.8, 0.9, 1.2, 1.3, 1.4, 1.5]) * sign();
      const start = (rng.int(2, 8) * sign()) / 10;
      const along = w * start > 0 ? 1 : -1;
      const inputs = [(rng.int(3, 15) * along) / 10, (rng.int(3, 15) * sign()) / 10];
      return { ...none, w, u: rng.int(3, 8) / 10, start, inputs };
    },
  )
  .prompt(({ story, given, h, g, w, u, start, inputs }, level) => {
    const { unit, layer, cell } = stories[story] ?? stories[0];
    return {
      1: `${unit} gives $t = \\tanh(z)$. At $z = ${num(given)}$, how steep is the tanh? Compute **$\\tanh'(z)$**.`,
      2: `${layer} has computed $h = \\tanh(z)$, entry by entry. Its outputs are $h = ${vec(h)}$, and back from the loss $L$ came the gradient $\\dfrac{\\partial L}{\\partial h} = ${vec(g)}$.\n\nThe inputs $z$ were not kept, and they are not needed. Compute the **slopes** of the tanh at the three units and the gradient $\\dfrac{\\partial L}{\\partial z}$.`,
      3: `${cell}. Its cell keeps a state: $h_t = \\tanh(w\\,h_{t-1} + u\\,x_t)$, with the same weights $w = ${num(w)}$ and $u = ${num(u)}$ in each step. It starts from $h_0 = ${num(start)}$ and receives $x_1 = ${num(inputs[0] ?? 0)}$, then $x_2 = ${num(inputs[1] ?? 0)}$.\n\nCompute the states $h_1$ and $h_2$, and how fast the last state changes with the first: $\\dfrac{dh_2}{dh_0}$.`,
    }[level];
  })
  .step("t", scalar({ without: ["exponentials"] }), ({ given }) => tanh(given), {
    label: "t",
    words: "the value of tanh at z",
    hint: "Compute the tanh itself first; its slope is written with its value.",
    formula: "\\tanh(z) = \\dfrac{e^{z} - e^{-z}}{e^{z} + e^{-z}}",
    work: ({ given }) => {
      const [up, down] = [`e^{${num(given)}}`, `e^{${num(-given)}}`];
      return `\\dfrac{${up} - ${down}}{${up} + ${down}}`;
    },
    malrules: {
      "sigmoid-instead": {
        value: ({ given }) => sigmoid(given),
        says: "This goes on from $\\sigma(z)$. The tanh is another curve, from $-1$ to $1$.",
      },
    },
  })
  .step("slope", scalar({ without: ["exponentials"], workingDigits: 5 }), (_, s) => 1 - s.t ** 2, {
    label: "\\tanh'(z)",
    words: "the slope of tanh at z",
    hint: "Square the value of the tanh and take it off one.",
    formula: "1 - t^2",
    work: (_, s) => `1 - ${par(s.t)}^2`,
    malrules: {
      "not-squared": {
        value: (_, s) => 1 - s.t,
        says: "This is $1 - t$. The value of the tanh is squared: the slope is $1 - t^2$.",
      },
      "slope-from-z": {
        value: ({ given }) => 1 - given ** 2,
        says: "This is $1 - z^2$. The slope is written with the value of the tanh: $1 - t^2$ with $t = \\tanh(z)$.",
      },
      "sigmoid-rule": {
        value: (_, s) => s.t * (1 - s.t),
        says: "This is $t(1 - t)$, the rule of the sigmoid. The tanh has its own: $1 - t^2$.",
      },
    },
  })
  .step("slopes", vector({ rule: { exact: true } }), ({ h }) => h.map((t) => 1 - t ** 2), {
    label: "\\tanh'(z)",
    words: "the slopes of tanh at the units",
    hint: "Each slope follows from the output of its unit: square the output and take it off one.",
    formula: "1 - h^2 \\quad\\text{(entry by entry)}",
    work: ({ h }) => column(h.map((t) => `1 - ${par(t)}^2`)),
    malrules: {
      "not-squared": {
        value: ({ h }) => h.map((t) => 1 - t),
        says: "This is $1 - h$. Each output is squared: the slope is $1 - h^2$.",
      },
      "sigmoid-rule": {
        value: ({ h }) => h.map((t) => t * (1 - t)),
        says: "This is $h(1 - h)$, the rule of the sigmoid. For tanh the slope is $1 - h^2$.",
      },
      "tanh-again": {
        value: ({ h }) => h.map((t) => 1 - tanh(t) ** 2),
        says: "The tanh was taken once more. The outputs $h$ are the values of the tanh already.",
      },
    },
  })
  .step("delta", vector({ rule: { exact: true } }), ({ g }, s) => g.map((gi, i) => gi * (s.slopes[i] ?? 0)), {
    label: "\\dfrac{\\partial L}{\\partial z}",
    words: "the gradient by the pre-activations",
    hint: "Multiply each entry of the gradient by the slope of its unit.",
    skill: "chain-rule",
    formula: "\\dfrac{\\partial L}{\\partial h} \\odot \\tanh'(z)",
    work: ({ g }, s) => column(g.map((gi, i) => `${num(gi)} \\cdot ${par(s.slopes[i] ?? 0)}`)),
    malrules: {
      "slopes-missing": {
        value: ({ g }) => g,
        says: "This is the gradient by the outputs. On its way through the tanh, each entry is multiplied by a slope.",
      },
      "output-for-slope": {
        value: ({ h, g }) => g.map((gi, i) => gi * (h[i] ?? 0)),
        says: "The gradient was multiplied by the outputs. The factor is the slope of the tanh, $1 - h^2$.",
      },
    },
  })
  .step("z1", scalar(), ({ w, u, start, inputs }) => w * start + u * (inputs[0] ?? 0), {
    label: "z_1",
    words: "what goes into the first tanh",
    hint: "Weigh the first state and the first input, and add.",
    formula: "w h_0 + u x_1",
    work: ({ w, u, start, inputs }) => `${num(w)} \\cdot ${par(start)} + ${num(u)} \\cdot ${par(inputs[0] ?? 0)}`,
    malrules: {
      "state-ignored": {
        value: ({ u, inputs }) => u * (inputs[0] ?? 0),
        says: "The state before the first step is not zero here: $w h_0$ belongs into the sum.",
      },
    },
  })
  .step("h1", scalar({ without: ["exponentials"] }), (_, s) => tanh(s.z1), {
    label: "h_1",
    words: "the first state",
    hint: "Put it through the tanh.",
    formula: "\\tanh(z_1)",
    work: (_, s) => `\\tanh(${num(s.z1)})`,
  })
  .step("z2", scalar(), ({ w, u, inputs }, s) => w * s.h1 + u * (inputs[1] ?? 0), {
    label: "z_2",
    words: "what goes into the second tanh",
    hint: "Weigh the new state and the second input, and add.",
    formula: "w h_1 + u x_2",
    work: ({ w, u, inputs }, s) => `${num(w)} \\cdot ${par(s.h1)} + ${num(u)} \\cdot ${par(inputs[1] ?? 0)}`,
  })
  .step("h2", scalar({ without: ["exponentials"], workingDigits: 5 }), (_, s) => tanh(s.z2), {
    label: "h_2",
    words: "the second state",
    hint: "Put it through the tanh.",
    formula: "\\tanh(z_2)",
    work: (_, s) => `\\tanh(${num(s.z2)})`,
  })
  .step("slope1", scalar(), (_, s) => 1 - s.h1 ** 2, {
    label: "\\tanh'(z_1)",
    words: "the slope in the first step",
    hint: "The slope of the tanh follows from the state that came out of it.",
    formula: "1 - h_1^2",
    work: (_, s) => `1 - ${par(s.h1)}^2`,
    malrules: {
      "not-squared": {
        value: (_, s) => 1 - s.h1,
        says: "The state in the slope of the tanh is squared: $1 - h^2$.",
      },
      "slope-from-z": {
        value: (_, s) => (Math.abs(s.z1) > 0.6 ? 1 - s.z1 ** 2 : undefined),
        says: "A slope was made from what goes into the tanh. It follows from what comes out: $1 - h^2$.",
      },
    },
  })
  .step("slope2", scalar(), (_, s) => 1 - s.h2 ** 2, {
    label: "\\tanh'(z_2)",
    words: "the slope in the second step",
    hint: "The same for the second step, with its own state.",
    formula: "1 - h_2^2",
    work: (_, s) => `1 - ${par(s.h2)}^2`,
  })
  .step("rate", scalar({ workingDigits: 5 }), ({ w }, s) => w * s.slope2 * (w * s.slope1), {
    label: "\\dfrac{dh_2}{dh_0}",
    words: "the rate of change of the last state with the first",
    hint: "Each step has two links: the slope of its tanh, and the weight of the state. Multiply the links of both steps.",
    skill: "chain-rule",
    formula: "w(1 - h_2^2) \\cdot w(1 - h_1^2)",
    work: ({ w }, s) => `${num(w)} \\cdot ${num(s.slope2)} \\cdot ${par(w)} \\cdot ${num(s.slope1)}`,
    malrules: {
      "weight-once": {
        value: ({ w }, s) => w * s.slope2 * s.slope1,
        says: "The weight occurs in both steps, so the chain rule meets it twice.",
      },
      "weights-missing": {
        value: (_, s) => s.slope2 * s.slope1,
        says: "These are the slopes alone. Inside each tanh, the state is multiplied by $w$: that is a link as well.",
      },
      "one-step": {
        value: ({ w }, s) => w * s.slope2,
        says: "This goes back one step, to $h_1$. From there to $h_0$ there is one more.",
      },
      "weight-added": {
        value: ({ w }, s) => w * s.slope2 + w * s.slope1,
        says: "The two steps were added. One follows the other, so their rates are multiplied.",
      },
    },
  })
  .asks({ 1: ["slope"], 2: ["slopes", "delta"], 3: ["h1", "h2", "rate"] })
  .figures({
    solution: ({ given, h, inputs }, s) => {
      const outputs = h.length > 0 ? h : inputs.length > 0 ? [s.h1, s.h2] : [s.t];
      const at = outputs.map((t) => ({ x: Math.atanh(t), y: 1 - t ** 2 }));
      const reach = Math.max(3, Math.ceil(Math.abs(given)), ...at.map(({ x }) => Math.ceil(Math.abs(x))));
      const places = Array.from({ length: 41 }, (_, i) => rounded((reach * (i - 20)) / 20));
      return {
        figure: "curves",
        alt: `The slope of tanh is a bell with the height 1 above z = 0; where tanh is ${outputs.map((t) => plain(t, 3)).join(", ")} it is ${at.map(({ y }) => plain(y, 3)).join(", ")}.`,
        xLabel: "z",
        yLabel: "",
        curves: [
          { label: "tanh′(z)", points: places.map((x) => ({ x, y: rounded(tanhDerivative(x)) })) },
          { label: "tanh(z)", points: places.map((x) => ({ x, y: rounded(tanh(x)) })) },
        ],
        shaded: [],
        marks: at.map(({ x, y }) => ({ x, y, label: plain(y, 3) })),
      };
    },
  })
  .examples({
    "30": { level: 1, params: { story: 0, given: 2, h: [], g: [], w: 0, u: 0, start: 0, inputs: [] } },
    "30-zero": { level: 1, params: { story: 0, given: 0, h: [], g: [], w: 0, u: 0, start: 0, inputs: [] } },
  })
  .check(({ given, h, g, w, u, start, inputs: [x1 = 0, x2 = 0] }) => {
    const [slope = 0] = gradient((v) => v.mul(2).sigmoid().mul(2).sub(1), [given]);
    const [rate = 0] = gradient(
      (v) =>
        v
          .mul(w)
          .add(u * x1)
          .tanh()
          .mul(w)
          .add(u * x2)
          .tanh(),
      [start],
    );
    const h1 = 2 * sigmoid(2 * (w * start + u * x1)) - 1;
    return {
      slope,
      slopes: h.map((t) => (1 - t) * (1 + t)),
      delta: g.map((gi, i) => gi - gi * (h[i] ?? 0) * (h[i] ?? 0)),
      h1,
      h2: 2 * sigmoid(2 * (w * h1 + u * x2)) - 1,
      rate,
    };
  });
