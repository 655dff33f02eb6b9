/** ReLU: of a vector, on the way to the next unit, and as the building block of a piecewise linear function (example 31). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { integer, matrix, vector } from "#lib/exercise/kinds.ts";
import { column, num, par, plain, plainRow, plusTerm, row, vec } from "#lib/exercise/tex.ts";
import { relu } from "#lib/math/activations.ts";
import { dot, sum } from "#lib/math/vector.ts";

const stories = [
  { layer: "The pre-activations of a hidden layer are", f: "A small network computes" },
  {
    layer: "Before the activation, the units of a layer that reads handwriting have the values",
    f: "A curve of straight pieces is drawn by",
  },
  { layer: "In a network that rates houses, the pre-activations of one layer are", f: "A sensor is calibrated by" },
  {
    layer: "A layer of a network for speech has computed the pre-activations",
    f: "A network with one hidden layer of three units computes",
  },
] as const;

const exact = { rule: { exact: true }, form: "plain" } as const;

export default exercise({
  id: "activations/relu",
  version: 1,
  title: "The ReLU activation",
  summary:
    "Apply ReLU to the entries of a vector, pass them on, and read a piecewise linear function built from ReLUs.",
  skills: ["relu", "linear-layers"],
  source: { section: "5.2", examples: [31], formulas: ["relu"] },
})
  .params(
    z.object({
      story: z.int().min(0).max(3),
      z: z.array(z.number()),
      /** The weights and the bias behind the ReLUs. */
      v: z.array(z.number()),
      c: z.number(),
      /** At level 3: where the kinks are, and where the function is evaluated. */
      kinks: z.array(z.number()),
      x: z.array(z.number()),
    }),
    (rng, level) => {
      const story = rng.int(0, 3);
      const sign = () => rng.pick([1, -1]);
      if (level === 3) {
        // Kinks in order; the places lie one in each stretch behind a kink.
        const gaps = rng.list(3, () => rng.int(2, 4));
        const first = rng.int(2, 4);
        const kinks = [first, first + (gaps[0] ?? 2), first + (gaps[0] ?? 2) + (gaps[1] ?? 2)];
        const x = kinks.map((t, i) => t + rng.int(1, (gaps[i] ?? 2) - 1));
        const v = [rng.int(2, 5), -rng.int(6, 9), rng.int(2, 5)];
        return { story, z: [], v: sign() > 0 ? v : v.map((vi) => -vi), c: rng.int(3, 9) * sign(), kinks, x };
      }
      // Two or three of the five are negative; one has a decimal, which passes as it is.
      const signs = rng.shuffle([1, 1, -1, -1, sign()]);
      const sizes = [
        ...rng.list(3, () => rng.int(2, 9)),
        rng.int(12, 19),
        level === 1 ? rng.int(2, 9) / 10 : rng.int(2, 9),
      ];
      const units = signs.map((s, i) => s * (sizes[i] ?? 2)).slice(0, level === 1 ? 5 : 4);
      return {
        story,
        z: units,
        v: level === 1 ? [] : units.map(() => rng.int(2, 9) * sign()),
        c: level === 1 ? 0 : rng.int(3, 9) * sign(),
        kinks: [],
        x: [],
      };
    },
  )
  .prompt(({ story, z, v, c, kinks, x }, level) => {
    const { layer, f } = stories[story] ?? stories[0];
    const sumOfRelus = kinks
      .map(
        (t, i) =>
          `${(v[i] ?? 0) < 0 ? "-" : i === 0 ? "" : "+"} ${num(Math.abs(v[i] ?? 0))}\\operatorname{ReLU}(x - ${num(t)})`,
      )
      .join(" ");
    return {
      1: `${layer}\n\n$$z = ${vec(z)}$$\n\nApply **ReLU** to every entry.`,
      2: `${layer}\n\n$$z = ${vec(z)}$$\n\nThey go through **ReLU**, $h = \\operatorname{ReLU}(z)$, and from there into a unit with the weights $v = ${row(v)}$ and the bias $c = ${num(c)}$, which has no activation of its own: $y = v \\cdot h + c$. Compute $h$ and $y$.`,
      3: `${f}\n\n$$f(x) = ${sumOfRelus} ${c < 0 ? "-" : "+"} ${num(Math.abs(c))}$$\n\nCompute $f$ at $x = ${listOf(x)}$, in this order. How steep is $f$ right of all its kinks?`,
    }[level];
  })
  .step("h", vector(exact), (p) => p.z.map(relu), {
    label: "h",
    words: "the values after ReLU",
    hint: "Keep what is positive; everything else becomes 0.",
    formula: "\\max(0, z) \\quad\\text{(entry by entry)}",
    work: (p) => column(p.z.map((zi) => `\\max(0, ${num(zi)})`)),
    malrules: {
      "absolute-value": {
        value: (p) => p.z.map(Math.abs),
        says: "This is the absolute value. ReLU does not turn negative entries round: it cuts them off at 0.",
      },
      unchanged: {
        value: (p) => p.z,
        says: "Negative entries are still there. ReLU never gives less than 0.",
      },
      minimum: {
        value: (p) => p.z.map((zi) => Math.min(0, zi)),
        says: "This keeps the negative part. ReLU takes the larger of 0 and the entry.",
      },
      "on-or-off": {
        value: (p) => p.z.map((zi) => Number(zi > 0)),
        says: "This tells which entries are positive. ReLU gives a positive entry its own value, not 1.",
      },
      shifted: {
        value: (p) => p.z.map((zi) => zi - Math.min(...p.z)),
        says: "All entries were moved up until none was negative. ReLU leaves positive entries as they are and sets the others to 0.",
      },
    },
  })
  .step("y", integer(), ({ v, c }, s) => dot(v, s.h) + c, {
    label: "y",
    words: "the output y",
    hint: "Weigh the values after the ReLU, add up, and add the bias. Units at 0 give nothing.",
    skill: "linear-layers",
    formula: "v \\cdot h + c",
    work: ({ v, c }, s) => plusTerm(v.map((vi, i) => `${par(vi)} \\cdot ${par(s.h[i] ?? 0)}`).join(" + "), c),
    malrules: {
      "bias-dropped": {
        value: ({ v }, s) => dot(v, s.h),
        says: "The bias of the last unit is missing: $v \\cdot h + c$.",
      },
      "cut-again": {
        value: ({ v, c }, s) => (dot(v, s.h) + c < 0 ? 0 : undefined),
        says: "The last unit has no ReLU: its output may be negative.",
      },
    },
  })
  .step("parts", matrix(exact), ({ kinks, x }) => x.map((xi) => kinks.map((t) => relu(xi - t))), {
    label: "R",
    words: "the values of the three ReLUs, one row for each place",
    hint: "At each place, compute the three ReLUs; one that lies left of its kink gives 0.",
    formula: "\\bigl(\\operatorname{ReLU}(x_i - t_j)\\bigr)_{ij}",
    work: ({ kinks, x }) => column(x.map((xi) => kinks.map((t) => `\\max(0, ${num(xi - t)})`).join(" & "))),
    malrules: {
      "never-cut": {
        value: ({ kinks, x }) => x.map((xi) => kinks.map((t) => xi - t)),
        says: "A place left of a kink makes the inside negative; the ReLU is 0 there.",
      },
      "absolute-value": {
        value: ({ kinks, x }) => x.map((xi) => kinks.map((t) => Math.abs(xi - t))),
        says: "Where the inside is negative, the ReLU is 0, not the absolute value.",
      },
      "kinks-mirrored": {
        value: ({ kinks, x }) => x.map((xi) => kinks.map((t) => xi + t)),
        says: "Inside the ReLUs the numbers are taken off $x$: $\\operatorname{ReLU}(x - t)$ has its kink at $t$.",
      },
    },
  })
  .step("f", vector({ rule: { exact: true } }), ({ v, c }, s) => s.parts.map((r) => dot(v, r) + c), {
    label: "f(x)",
    words: "the values of f at the three places",
    hint: "Weigh the three ReLUs with the numbers in front of them and add the constant.",
    formula: ({ c }) => `R\\,v ${c < 0 ? "-" : "+"} ${num(Math.abs(c))}`,
    work: ({ v, c }, s) =>
      column(s.parts.map((r) => plusTerm(v.map((vi, j) => `${par(vi)} \\cdot ${num(r[j] ?? 0)}`).join(" + "), c))),
    malrules: {
      "constant-dropped": {
        value: ({ v }, s) => s.parts.map((r) => dot(v, r)),
        says: "The constant at the end of $f$ is missing.",
      },
      "cut-again": {
        value: ({ v, c }, s) => s.parts.map((r) => relu(dot(v, r) + c)),
        says: "There is no ReLU around the whole sum: $f$ may be negative.",
      },
    },
  })
  .step("slope", integer(), ({ v }) => sum(v), {
    label: "f'(x)",
    words: "the slope right of all kinks",
    hint: "Right of its kink a ReLU has the slope 1. Right of all kinks every one takes part with its number in front.",
    formula: "v_1 + v_2 + v_3",
    work: ({ v }) => v.map((vi) => par(vi)).join(" + "),
    malrules: {
      "last-alone": {
        value: ({ v }) => v[2] ?? 0,
        says: "This is what the last ReLU adds to the slope. Those before it go on rising or falling as well.",
      },
      "signs-lost": {
        value: ({ v }) => sum(v.map(Math.abs)),
        says: "A ReLU with a negative number in front falls: mind the signs.",
      },
    },
  })
  .asks({ 1: ["h"], 2: ["h", "y"], 3: ["f", "slope"] })
  .figures({
    solution: ({ kinks, v, c, x }, s) => {
      const [first = 0] = kinks;
      const end = (x.at(-1) ?? 0) + 2;
      if (kinks.length === 0)
        return {
          figure: "bars",
          alt: `The values after ReLU as bars, none of them below zero: ${plainRow(s.h)}.`,
          bars: s.h.map((value, i) => ({ label: `unit ${i + 1}`, value })),
        };
      const at = (place: number) => kinks.reduce((total, t, i) => total + (v[i] ?? 0) * relu(place - t), c);
      const places = [first - 3, ...kinks, end];
      return {
        figure: "curve",
        alt: `The function is ${plain(c)} up to its first kink at x = ${plain(first)}; its kinks are at ${kinks.map((t) => plain(t)).join(", ")}. At x = ${x.map((xi) => plain(xi)).join(", ")} it has the values ${s.f.map((fi) => plain(fi)).join(", ")}.`,
        xLabel: "x",
        yLabel: "f(x)",
        points: places.map((place) => ({ x: place, y: at(place) })),
        marks: x.map((xi, i) => ({ x: xi, y: s.f[i] ?? 0, label: plain(s.f[i] ?? 0) })),
      };
    },
  })
  .examples({
    "31": { level: 1, params: { story: 0, z: [-5, -0.1, 0, 0.1, 5, 100], v: [], c: 0, kinks: [], x: [] } },
  })
  .check(({ z, v, c, kinks, x }) => {
    const h = z.map((zi) => (zi + Math.abs(zi)) / 2);
    const f = (place: number) =>
      kinks.reduce(
        (total, t, i) => (place > t ? total.add(new Fraction(v[i] ?? 0).mul(place - t)) : total),
        new Fraction(c),
      );
    const far = 1000;
    return {
      h,
      y: h.reduce((total, hi, i) => total.add(new Fraction(hi).mul(v[i] ?? 0)), new Fraction(c)).valueOf(),
      f: x.map((xi) => f(xi).valueOf()),
      slope: f(far + 1)
        .sub(f(far))
        .valueOf(),
    };
  });

/** Places as a list: 3, 5 and 8. */
function listOf(x: readonly number[]): string {
  return `${x
    .slice(0, -1)
    .map((xi) => num(xi))
    .join(",\\ ")} \\text{ and } ${num(x.at(-1) ?? 0)}`;
}
