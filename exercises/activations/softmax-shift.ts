/** A shift of all logits leaves the softmax as it is: to compute it safely, and to go back from it (example 35). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar, vector } from "#lib/exercise/kinds.ts";
import { column, num, par, plain, vec } from "#lib/exercise/tex.ts";
import { softmax } from "#lib/math/activations.ts";
import { logSumExp } from "#lib/math/logs.ts";
import { argmax, sum } from "#lib/math/vector.ts";

const stories = [
  { who: "A language model scores the next word", classes: ["sun", "rain", "snow"] },
  { who: "An image classifier scores a photo", classes: ["cat", "dog", "bird"] },
  { who: "A game agent scores its three moves", classes: ["left", "right", "jump"] },
  { who: "A newsroom’s classifier scores an article", classes: ["politics", "sport", "culture"] },
  { who: "A classifier of sounds scores a recording", classes: ["bell", "drum", "voice"] },
] as const;

/** Without the noise that a difference of large numbers leaves: 844.1 − 845 is −0.9. */
const clean = (x: number) => Math.round(x * 1e6) / 1e6;

const probabilities = { equality: "distribution", scale: "common", without: ["exponentials"] } as const;

export default exercise({
  id: "activations/softmax-shift",
  version: 1,
  title: "Softmax and shifted logits",
  summary: "Shift large logits before the softmax, and find logits and new probabilities from given ones.",
  skills: ["softmax-properties", "softmax"],
  source: { section: "5.2", examples: [35], formulas: ["softmax"] },
})
  .params(
    z.object({
      story: z.int().min(0).max(4),
      /** The logits; at level 3, only the first of them is told. */
      z: z.array(z.number()).min(1),
      /** At level 3: the probabilities, and by how much the logit of class `at` (counted from 0) is raised. */
      p: z.array(z.number()),
      at: z.int().min(0).max(2),
      rise: z.number(),
    }),
    (rng, level) => {
      const story = rng.int(0, 4);
      if (level < 3) {
        // Too large for an exponential; in tenths, no two near each other, nor so far apart that one takes it all.
        const base = rng.int(72, 98) * 100 + rng.int(1, 9) * 10;
        const [a = 0, b = 0] = rng.shuffle([6, 9, 11, 14, 17, 19, 23, 26]).slice(0, 2);
        return { story, z: rng.shuffle([base, base - a, base - b]).map((t) => t / 10), p: [], at: 0, rise: 0 };
      }
      const first = rng.int(12, 38);
      const second = rng.int(12, 38);
      const p = rng.shuffle([first, second, 100 - first - second]);
      return {
        story,
        z: [rng.int(12, 49) / 10],
        p: p.map((t) => t / 100),
        at: rng.int(1, 2),
        rise: rng.pick([0.5, 0.6, 0.8, 1.2, 1.4, 1.5]) * rng.pick([1, -1]),
      };
    },
  )
  .prompt(({ story, z, p, at, rise }, level) => {
    const { who, classes } = stories[story] ?? stories[0];
    const as = `${who} as *${classes[0]}*, *${classes[1]}* or *${classes[2]}*`;
    // The exponential of a double overflows beyond 709.78; the tutorial's own logits are smaller.
    const overflow = "The exponentials of these logits overflow: no floating-point number is that large.";
    const trouble = Math.max(...z) > 710 ? overflow : "In a library this works for logits of any size.";
    const large = `${as}, with the logits\n\n$$z = ${vec(z)}$$\n\n${trouble}`;
    return {
      1: `${large} So the **largest logit is taken off** all of them first. Give the shifted logits $s$ and their exponentials.`,
      2: `${large} Take the largest logit off all of them first, and compute the **softmax** of $z$.`,
      3: `${as}. Its softmax gave the probabilities $p = ${vec(p)}$, and the logit of *${classes[0]}* is known: $z_1 = ${num(z[0] ?? 0)}$.\n\nFind **all three logits**. Then the logit of *${classes[at]}* is ${rise > 0 ? "raised" : "lowered"} by $${num(Math.abs(rise))}$, and the others stay: what are the **probabilities** $p'$ then?`,
    }[level];
  })
  .step("shifted", vector({ rule: { exact: true } }), ({ z }) => z.map((zi) => clean(zi - Math.max(...z))), {
    label: "s",
    words: "the shifted logits",
    hint: "Take the largest logit off every logit. A common factor of all exponentials cancels in the softmax.",
    formula: "z - \\max_j z_j",
    work: ({ z }) => column(z.map((zi) => `${num(zi)} - ${par(Math.max(...z))}`)),
    malrules: {
      "smallest-taken-off": {
        value: ({ z }) => z.map((zi) => clean(zi - Math.min(...z))),
        says: "The smallest logit was taken off. That leaves positive ones, whose exponentials may still be huge: take the largest.",
      },
      "sign-turned": {
        value: ({ z }) => z.map((zi) => clean(Math.max(...z) - zi)),
        says: "The difference is turned round: none of the shifted logits is above 0, and the largest becomes 0.",
      },
      "mean-taken-off": {
        value: ({ z }) => z.map((zi) => zi - sum(z) / z.length),
        says: "The mean was taken off. What makes every exponential safe is the largest logit.",
      },
    },
  })
  .step("u", vector({ without: ["exponentials"] }), (_, s) => s.shifted.map(Math.exp), {
    label: "u",
    words: "the exponentials of the shifted logits",
    hint: "Take the exponential of each shifted logit; the largest gives 1.",
    skill: "softmax",
    formula: "e^{s} \\quad\\text{(entry by entry)}",
    work: (_, s) => column(s.shifted.map((si) => `e^{${num(si)}}`)),
    malrules: {
      "zero-to-zero": {
        value: (_, s) => s.shifted.map((si) => (si === 0 ? 0 : Math.exp(si))),
        says: "The largest logit has become 0, but $e^0$ is not 0: its class would never be chosen.",
      },
      "exponent-sign": {
        value: (_, s) => s.shifted.map((si) => Math.exp(-si)),
        says: "A minus was lost or added: the exponents are the shifted logits, so that a larger logit gives a larger value.",
      },
      "base-ten": {
        value: (_, s) => s.shifted.map((si) => 10 ** si),
        says: "These are powers of 10. The softmax takes powers of $e \\approx 2.718$.",
      },
    },
  })
  .step("total", scalar({ without: ["exponentials"] }), (_, s) => sum(s.u), {
    label: "S",
    words: "the sum of the exponentials",
    hint: "Add the exponentials of the shifted logits up.",
    skill: "softmax",
    formula: "\\textstyle\\sum_j u_j",
    work: (_, s) => s.u.map((ui) => par(ui)).join(" + "),
    malrules: {
      "logits-added": {
        value: (_, s) => Math.abs(sum(s.shifted)),
        says: "The sum is made of logits. What the softmax divides by is the sum of the exponentials.",
      },
    },
  })
  .step("softmax", vector(probabilities), (_, s) => s.u.map((ui) => ui / s.total), {
    label: "\\operatorname{softmax}(z)",
    words: "the probabilities of the classes",
    hint: "Divide each exponential by their sum. The shift cancels: nothing has to be added back.",
    skill: "softmax",
    formula: "\\dfrac{1}{S}\\,u",
    work: (_, s) => column(s.u.map((ui) => `${num(ui)} / ${num(s.total)}`)),
    malrules: {
      "not-normalised": {
        value: (_, s) => s.u,
        says: "These are the exponentials. Probabilities add up to 1: divide each by the sum.",
      },
      "largest-takes-all": {
        value: (_, s) => s.u.map((_, i) => Number(i === argmax(s.u))),
        says: "This gives everything to the largest logit. The logits are large, but only their differences count.",
      },
      "shares-of-the-logits": {
        value: ({ z }) => z.map((zi) => zi / sum(z)),
        says: "These are shares of the logits. The softmax compares their exponentials.",
      },
    },
  })
  .step("logs", vector(), ({ p }) => p.map(Math.log), {
    label: "\\ell",
    words: "the logarithms of the probabilities",
    hint: "Logarithms undo the exponentials: the logarithms of the probabilities are the logits, but for a shift.",
    formula: "\\ln p \\quad\\text{(entry by entry)}",
    work: ({ p }) => column(p.map((pi) => `\\ln ${num(pi)}`)),
    malrules: {
      "base-ten": {
        value: ({ p }) => p.map(Math.log10),
        says: "These are logarithms to the base 10. The softmax is made with powers of $e$.",
      },
      "sign-lost": {
        value: ({ p }) => p.map((pi) => -Math.log(pi)),
        says: "The logarithm of a probability is negative. Without its sign, the least probable class has the largest logit.",
      },
    },
  })
  .step("logits", vector({ workingDigits: 5 }), ({ z }, s) => s.logs.map((l) => l + (z[0] ?? 0) - (s.logs[0] ?? 0)), {
    label: "z",
    words: "the logits of the three classes",
    hint: "Shift all logarithms by the same number, so that the first becomes the known logit.",
    formula: "\\ell + (z_1 - \\ell_1)",
    work: ({ z }, s) => column(s.logs.map((l) => `${num(l)} + (${num(z[0] ?? 0)} - ${par(s.logs[0] ?? 0)})`)),
    malrules: {
      "not-shifted": {
        value: (_, s) => s.logs,
        says: "These are one possible choice of logits. The first logit is given, though: shift all of them to fit.",
      },
      "shift-turned": {
        value: ({ z }, s) => s.logs.map((l) => l - (z[0] ?? 0) + (s.logs[0] ?? 0)),
        says: "The shift went the wrong way. Check with the first class: what comes out must be the known logit.",
      },
      "logit-added": {
        value: ({ z }, s) => s.logs.map((l) => l + (z[0] ?? 0)),
        says: "The known logit was added to all. Then the first class has not the logit that it should have.",
      },
    },
  })
  .step("factor", scalar(), ({ rise }) => Math.exp(rise), {
    label: "q",
    words: "the factor that belongs to the change",
    hint: "A change of a logit multiplies its exponential by a factor.",
    formula: "e^{d}",
    work: ({ rise }) => `e^{${num(rise)}}`,
    malrules: {
      "factor-one-more": {
        value: ({ rise }) => (rise > 0 ? 1 + rise : undefined),
        says: "A change of a logit acts through the exponential: the factor is $e^d$, not $1 + d$.",
      },
      "sign-turned": {
        value: ({ rise }) => Math.exp(-rise),
        says: "The class moved the wrong way: a higher logit means a higher probability.",
      },
    },
  })
  .step("weights", vector(), ({ p, at }, s) => p.map((pi, i) => (i === at ? pi * s.factor : pi)), {
    label: "m",
    words: "the probabilities before they are divided by their sum",
    hint: "Only the changed class gets the factor; the probabilities may stand for the exponentials, since a common factor cancels.",
    formula: ({ at }) => `p \\text{ with } p_${at + 1}\\,q \\text{ for } p_${at + 1}`,
    work: ({ p, at }, s) => column(p.map((pi, i) => (i === at ? `${num(pi)} \\cdot ${num(s.factor)}` : num(pi)))),
  })
  .step(
    "p_new",
    vector({ ...probabilities, workingDigits: 4 }),
    (_, s) => {
      const total = sum(s.weights);
      return s.weights.map((m) => m / total);
    },
    {
      label: "p'",
      words: "the probabilities after the change",
      hint: "Divide by the new sum; every class is touched by it.",
      formula: "\\dfrac{1}{\\sum_j m_j}\\, m",
      work: (_, s) => column(s.weights.map((m) => `${num(m)} / ${num(sum(s.weights))}`)),
      malrules: {
        "not-normalised": {
          value: (_, s) => s.weights,
          says: "These no longer add up to 1. When one class changes, the sum changes, and with it the others.",
        },
      },
    },
  )
  .asks({ 1: ["shifted", "u"], 2: ["softmax"], 3: ["logits", "p_new"] })
  .figures({
    solution: ({ story, p }, s) => {
      const { classes } = stories[story] ?? stories[0];
      const bars = (p.length > 0 ? s.p_new : s.softmax).map((value, i) => ({ label: classes[i] ?? "", value }));
      const told = bars.map(({ label, value }) => `${label} ${plain(value, 3)}`).join(", ");
      return { figure: "bars", alt: `The probabilities as bars that add up to 1: ${told}.`, bars };
    },
  })
  .examples({
    "35": { level: 2, params: { story: 0, z: [5, 2, 0.1], p: [], at: 0, rise: 0 } },
  })
  .check(({ z, p, at, rise }) => {
    const largest = Math.max(...z);
    const shifted = z.map((zi) => new Fraction(zi).sub(largest).valueOf());
    const logits = p.map((pi) => (z[0] ?? 0) + Math.log(pi / (p[0] ?? 1)));
    return {
      shifted,
      u: shifted.map((si) => Math.cosh(si) + Math.sinh(si)),
      softmax: shifted.map((si) => Math.exp(si - logSumExp(shifted))),
      logits,
      p_new: p.length > 0 ? softmax(logits.map((zi, i) => (i === at ? zi + rise : zi))) : [],
    };
  });
