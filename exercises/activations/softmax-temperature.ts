/** A temperature in the softmax: logits divided by it, probabilities under it, and the temperature for a wish (§5.2). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar, vector } from "#lib/exercise/kinds.ts";
import { column, num, par, plain, vec } from "#lib/exercise/tex.ts";
import { softmax, softmaxWithTemperature } from "#lib/math/activations.ts";
import { gradient, type Value } from "#lib/math/autodiff.ts";
import { scale, sum } from "#lib/math/vector.ts";

const stories = [
  { who: "A language model chooses the next word", classes: ["sun", "rain", "snow"] },
  { who: "A program that writes melodies chooses the next note", classes: ["C", "E", "G"] },
  { who: "A game agent chooses its next move", classes: ["left", "right", "jump"] },
  { who: "A recommender chooses what to show next", classes: ["film", "series", "concert"] },
  { who: "A large network teaches a small one what it sees", classes: ["cat", "dog", "bird"] },
] as const;

export default exercise({
  id: "activations/softmax-temperature",
  version: 1,
  title: "Softmax with a temperature",
  summary: "Divide logits by a temperature, find the probabilities, and find the temperature for a wanted ratio.",
  skills: ["softmax-properties", "softmax"],
  source: { section: "5.2", formulas: ["softmax"] },
})
  .params(
    z.object({
      story: z.int().min(0).max(4),
      z: z.array(z.number()).length(3),
      /** The temperature; at level 3, where it is asked for, 0. */
      T: z.number().min(0),
      /** At level 3: the first class is to be this many times as probable as the second. */
      ratio: z.number(),
    }),
    (rng, level) => {
      const story = rng.int(0, 4);
      if (level === 3) {
        // In tenths; none of the logits is 0 or 1.
        const gap = rng.pick([7, 8, 9, 11, 12, 13, 14, 16, 17, 18]);
        const isPlain = (t: number) => t % 10 !== 0;
        const second = rng.shuffle([-9, -8, -6, -5, -4, -3, 2, 3, 4, 5, 6, 7, 8]).find((t) => isPlain(t + gap)) ?? 2;
        const away = rng.shuffle([-12, -8, -6, -4, 4, 5]).find((t) => isPlain(second + t)) ?? 4;
        const z = [second + gap, second, second + away].map((t) => t / 10);
        return { story, z, T: 0, ratio: rng.pick([1.5, 2.5, 3, 4, 5, 6, 8]) };
      }
      // Tenths after the division; no two near each other, and not so far apart that one class takes it all.
      const [top, bottom] = rng.pick<readonly [number, number]>([
        [1, 2],
        [2, 1],
        [4, 1],
        [5, 1],
        [2, 5],
        [5, 2],
      ]);
      const scaled = rng.shuffle([-16, -12, -8, -4, 2, 6, 12, 16, 22]).slice(0, 3);
      return { story, z: scaled.map((t) => (t * top) / bottom / 10), T: top / bottom, ratio: 0 };
    },
  )
  .prompt(({ story, z, T, ratio }, level) => {
    const { who, classes } = stories[story] ?? stories[0];
    const given = `${who}: *${classes[0]}*, *${classes[1]}* or *${classes[2]}*. The logits are\n\n$$z = ${vec(z)}$$`;
    return {
      1: `${given}\n\nThey go through a softmax with the **temperature** $T = ${num(T)}$. Do its first half: the logits under this temperature, and their exponentials.`,
      2: `${given}\n\nWhat are the probabilities of a softmax with the **temperature** $T = ${num(T)}$?`,
      3: `${given}\n\nAt **which temperature** $T$ does the softmax make *${classes[0]}* just ${num(ratio)} times as probable as *${classes[1]}*? What are the probabilities of all three then?`,
    }[level];
  })
  .step("gap", scalar(), ({ z: [first = 0, second = 0] }) => first - second, {
    label: "d",
    words: "the difference of the two logits",
    hint: "The ratio of two probabilities depends on the difference of their logits alone.",
    formula: "z_1 - z_2",
    work: ({ z: [first = 0, second = 0] }) => `${num(first)} - ${par(second)}`,
    malrules: {
      "logits-divided": {
        value: ({ z: [first = 0, second = 0] }) => (second > 0 && first / second > 1.05 ? first / second : undefined),
        says: "The logits were divided. In the ratio of two exponentials, the exponents are subtracted.",
      },
    },
  })
  .step("log_ratio", scalar(), ({ ratio }) => Math.log(ratio), {
    label: "\\ell",
    words: "the logarithm of the wanted ratio",
    hint: "The ratio $r$ of the two probabilities is $e^{(z_1 - z_2)/T}$: take the logarithm of both sides.",
    formula: "\\ln r",
    work: ({ ratio }) => `\\ln ${num(ratio)}`,
    malrules: {
      "ratio-itself": {
        value: ({ ratio }) => ratio,
        says: "The ratio was taken as it is. It is the exponential of $(z_1 - z_2)/T$: undo that with a logarithm first.",
      },
      "base-ten": {
        value: ({ ratio }) => Math.log10(ratio),
        says: "The softmax is made with powers of $e$, so the natural logarithm undoes it.",
      },
    },
  })
  .step("wanted", scalar({ without: ["logarithms"] }), (_, s) => s.gap / s.log_ratio, {
    label: "T",
    words: "the temperature",
    hint: "Solve for the temperature: it divides the difference of the logits.",
    formula: "\\dfrac{d}{\\ell} = \\dfrac{z_1 - z_2}{\\ln r}",
    work: (_, s) => `\\dfrac{${num(s.gap)}}{${num(s.log_ratio)}}`,
    malrules: {
      "upside-down": {
        value: (_, s) => s.log_ratio / s.gap,
        says: "The fraction is upside down. A logit is divided by the temperature: the larger $T$, the smaller the ratio.",
      },
      "times-instead": {
        value: (_, s) => s.gap * s.log_ratio,
        says: "From $(z_1 - z_2)/T = \\ln r$, the temperature comes by a division.",
      },
    },
  })
  .step("scaled", vector(), (p, s) => p.z.map((zi) => zi / temperatureOf(p, s)), {
    label: "s",
    words: "the logits under the temperature",
    hint: "Divide every logit by the temperature, before anything else.",
    formula: "\\dfrac{1}{T}\\,z",
    work: (p, s) => column(p.z.map((zi) => `${num(zi)} / ${num(temperatureOf(p, s))}`)),
    malrules: {
      multiplied: {
        value: (p, s) => scale(temperatureOf(p, s), p.z),
        says: "The logits were multiplied by the temperature. It divides them: a high temperature brings them closer together.",
      },
      ignored: {
        value: (p) => p.z,
        says: "This goes on with the logits as they are. The temperature divides them before the exponentials.",
      },
      "taken-off": {
        value: (p, s) => p.z.map((zi) => zi - temperatureOf(p, s)),
        says: "The temperature was subtracted. That shifts all logits alike and changes no probability: divide by it.",
      },
    },
  })
  .step("u", vector({ without: ["exponentials"] }), (_, s) => s.scaled.map(Math.exp), {
    label: "u",
    words: "the exponentials of the logits under the temperature",
    hint: "Take the exponential of each divided logit.",
    skill: "softmax",
    formula: "e^{z/T} \\quad\\text{(entry by entry)}",
    work: (_, s) => column(s.scaled.map((zi) => `e^{${num(zi)}}`)),
    malrules: {
      "divided-after": {
        value: (p, s) => p.z.map((zi) => Math.exp(zi) / temperatureOf(p, s)),
        says: "The exponentials were divided by the temperature. It belongs into the exponent: $e^{z/T}$.",
      },
      "base-ten": {
        value: (_, s) => s.scaled.map((zi) => 10 ** zi),
        says: "These are powers of 10. The softmax takes powers of $e \\approx 2.718$.",
      },
    },
  })
  .step("total", scalar({ without: ["exponentials"] }), (_, s) => sum(s.u), {
    label: "S",
    words: "the sum of the exponentials",
    hint: "Add the exponentials up.",
    skill: "softmax",
    formula: "\\textstyle\\sum_j u_j",
    work: (_, s) => s.u.map((ui) => par(ui)).join(" + "),
  })
  .step(
    "probabilities",
    vector({ without: ["exponentials"], equality: "distribution", scale: "common", workingDigits: 4 }),
    (_, s) => s.u.map((ui) => ui / s.total),
    {
      label: "\\operatorname{softmax}(z / T)",
      words: "the probabilities under the temperature",
      hint: "Divide each exponential by the sum of all.",
      skill: "softmax",
      formula: "\\dfrac{1}{S}\\,u",
      work: (_, s) => column(s.u.map((ui) => `${num(ui)} / ${num(s.total)}`)),
      malrules: {
        "probabilities-divided": {
          value: (p, s) => scale(1 / temperatureOf(p, s), softmax(p.z)),
          says: "The probabilities were divided by the temperature, and add up to 1 no more. It divides the logits.",
        },
        "not-normalised": {
          value: (_, s) => s.u,
          says: "These are the exponentials. Probabilities add up to 1: divide each by the sum.",
        },
      },
    },
  )
  .asks({ 1: ["scaled", "u"], 2: ["probabilities"], 3: ["wanted", "probabilities"] })
  .figures({
    solution: ({ story, z }, s) => {
      const { classes } = stories[story] ?? stories[0];
      const bars = s.probabilities.map((value, i) => ({ label: classes[i] ?? "", value }));
      const told = bars.map(({ label, value }) => `${label} ${plain(value, 3)}`).join(", ");
      return {
        figure: "bars",
        alt: `The probabilities under the temperature as bars: ${told}. At temperature 1, the largest of them would be ${plain(Math.max(...softmax(z)), 3)}.`,
        bars,
      };
    },
  })
  .check(({ z, T, ratio }) => {
    const [first = 0, second = 0] = z;
    const wanted = T > 0 ? T : (first - second) / (2 * Math.atanh((ratio - 1) / (ratio + 1)));
    // The probabilities are T times the gradient of T·ln Σ exp(z/T), divided by T once.
    const smooth = (...vs: Value[]) =>
      vs
        .map((v) => v.div(wanted).exp())
        .reduce((u, v) => u.add(v))
        .log()
        .mul(wanted);
    const scaled = z.map((zi) => zi * (1 / wanted));
    return {
      wanted,
      scaled,
      u: scaled.map((zi) => Math.cosh(zi) + Math.sinh(zi)),
      probabilities: T > 0 ? gradient(smooth, z) : softmaxWithTemperature(z, wanted),
    };
  });

/** The temperature as given, or as it was found. */
function temperatureOf({ T }: { T: number }, s: { wanted: number }): number {
  return T > 0 ? T : s.wanted;
}
