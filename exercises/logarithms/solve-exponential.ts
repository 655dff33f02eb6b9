/** Equations with the unknown in the exponent, solved by taking logarithms. */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar } from "#lib/exercise/kinds.ts";
import { num, plain } from "#lib/exercise/tex.ts";

const params = z.object({
  story: z.int().min(0).max(3),
  /** Level 1: e^(rate·t) = target. Level 2: start·factor^t = target. Level 3: start·factor^t = target·other^t. */
  rate: z.number(),
  start: z.number().positive(),
  factor: z.number().positive(),
  target: z.number().positive(),
  other: z.number().positive(),
});
type Params = z.infer<typeof params>;

const continuous = [
  "A population grows continuously: after $t$ years it is $e^{kt}$ times as large.",
  "Interest is added continuously: after $t$ years each coin has become $e^{kt}$ coins.",
  "A gradient grows on its way back through a deep network: at depth $t$ it is $e^{kt}$ times as large.",
  "An error of a chaotic forecast grows to $e^{kt}$ times its size within $t$ days.",
] as const;
/** What grows or shrinks; the loss and the learning rate shrink. */
const growing = [
  ["A model has", "million weights, and every year its successors have", "times as many", "years", "million weights"],
  ["A video has", "thousand views, and every hour it has", "times as many", "hours", "thousand views"],
  ["A dose of", "mg is in the blood, and every hour it is", "times what it was", "hours", "mg"],
  ["A loss starts at", "and is multiplied in every epoch by", "", "epochs", ""],
] as const;
const meeting = [
  ["The first model's error starts at", "the second one's at", "epoch"],
  ["The first shop has so many customers (in hundreds):", "the second one has", "month"],
  ["The first colony covers so many square millimetres:", "the second one covers", "hour"],
  ["The first data centre draws so many kilowatts:", "the second one draws", "year"],
] as const;

/** a·b^t as TeX. */
const power = (a: number, b: number): string => `${num(a)} \\cdot ${num(b)}^t`;

const inverted =
  "The quotient of the two logarithms is upside down. From $t \\ln b = \\ln q$ follows $t = \\frac{\\ln q}{\\ln b}$.";
const noLogarithms =
  "The numbers themselves were divided. A factor in the exponent only comes down once logarithms are taken on both sides.";

export default exercise({
  id: "logarithms/solve-exponential",
  version: 1,
  title: "Solving for an exponent",
  summary: "Find out when something that grows or shrinks exponentially reaches a value, or another such thing.",
  skills: ["logarithms"],
  source: { section: "4.4", examples: [21], formulas: ["exp-undoes-log", "logarithm-definition", "log-power"] },
})
  .params(params, (rng, level) => {
    const story = rng.int(0, 3);
    if (level === 1) {
      const rate = rng.pick([2, 3, 4, 6, 7, 8]) / rng.pick([10, 100]);
      return {
        story,
        rate,
        start: 1,
        factor: 1,
        target: rng.int(6, 98) / (rng.pick([true, false]) ? 10 : 1) + 1,
        other: 1,
      };
    }
    if (level === 2) {
      // What shrinks, shrinks to less than half; what grows, more than doubles.
      const shrinks = story >= 2;
      const start = rng.int(12, 48) / (story === 3 ? 10 : 1);
      const percent = rng.int(22, 68);
      const hundredths = shrinks ? rng.int(61, 89) : rng.int(13, 19) * 10 + rng.int(1, 9);
      const target = shrinks ? Math.round((start * percent * 5) / 7) / 100 : Math.round(start * (percent / 10 + 1));
      return { story, rate: 0, start, factor: hundredths / 100, target, other: 1 };
    }
    const [slow, gap] = story === 0 ? [rng.int(81, 94), 0] : [rng.int(102, 114), rng.int(12, 38)];
    const fast = gap > 0 ? slow + gap : slow - rng.int(12, 30);
    // The one that starts behind is the faster one; errors shrink, so there the larger one is.
    const small = rng.int(12, 29);
    const large = small * rng.int(2, 4) + rng.int(3, 9);
    const [start, target] = gap > 0 ? [small, large] : [large, small];
    return { story, rate: 0, start, factor: fast / 100, target, other: slow / 100 };
  })
  .prompt(({ story, rate, start, factor, target, other }, level) => {
    if (level === 1)
      return `${continuous[story]} Here $k = ${num(rate)}$.\n\nFor which $t$ is the factor ${num(target)}? Solve\n\n$$e^{${num(rate)}\\,t} = ${num(target)}$$`;
    if (level === 2) {
      const [begins, unit, times, periods, end] = growing[story] ?? growing[0];
      const says = [`${begins} ${num(start)}`, `${unit} ${num(factor)}`, times].filter((text) => text !== "").join(" ");
      return `${says}.\n\nAfter how many ${periods} $t$, as a decimal number, does that reach ${num(target)}${end === "" ? "" : ` ${end}`}? Solve\n\n$$${power(start, factor)} = ${num(target)}$$`;
    }
    const [one, two, period] = meeting[story] ?? meeting[0];
    return `${one} ${num(start)}, and every ${period} it is multiplied by ${num(factor)}; ${two} ${num(target)}, and every ${period} it is multiplied by ${num(other)}.\n\nAfter how many ${period}s $t$, as a decimal number, are both equal, and how large is the common value $v$ then?\n\n$$${power(start, factor)} = ${power(target, other)}$$`;
  })
  .step("ln_target", scalar({ workingDigits: 4 }), ({ target }) => Math.log(target), {
    label: "kt",
    words: "the exponent",
    hint: "Take the natural logarithm of both sides: it undoes the exponential.",
    formula: "\\ln c",
    work: ({ target }) => `\\ln ${num(target)}`,
    malrules: {
      "base-ten": {
        value: ({ target }) => Math.log10(target),
        says: "This used the logarithm to base 10. What undoes a power of $e$ is the natural logarithm.",
      },
    },
  })
  .step("t_rate", scalar(), ({ rate }, s) => s.ln_target / rate, {
    label: "t",
    words: "the time t",
    hint: "The exponent is the rate times $t$: divide by the rate.",
    formula: "\\dfrac{\\ln c}{k}",
    work: ({ rate }, s) => `\\dfrac{${num(s.ln_target)}}{${num(rate)}}`,
    malrules: {
      "no-logarithm": {
        value: ({ rate, target }) => target / rate,
        says: "The right side was divided by the rate as it is. Take its logarithm first: the rate stands in the exponent.",
      },
      multiplied: {
        value: ({ rate }, s) => s.ln_target * rate,
        says: "The logarithm was multiplied by the rate. From $kt = \\ln c$, divide by $k$.",
      },
      "not-divided": {
        value: (_, s) => s.ln_target,
        says: "This is $kt$, the whole exponent. One step is left to get $t$ alone.",
      },
    },
  })
  .step("ratio", scalar({ workingDigits: 5 }), ({ start, target }) => target / start, {
    label: "q",
    words: "by how much the start is multiplied",
    hint: "Bring what stands in front of the powers to one side: divide, before any logarithm is taken.",
    formula: "\\dfrac{c}{a}",
    work: ({ start, target }) => `\\dfrac{${num(target)}}{${num(start)}}`,
    malrules: {
      "start-left": {
        value: ({ target, other }) => (other === 1 ? target : undefined),
        says: "The factor in front of the power has been left out. Divide both sides by it first.",
      },
      subtracted: {
        value: ({ start, target }) => (start !== 1 && target > start ? target - start : undefined),
        says: "The factor in front of the power was subtracted. It multiplies, so divide both sides by it.",
      },
    },
  })
  .step("base", scalar({ workingDigits: 5 }), ({ factor, other }) => factor / other, {
    label: "b",
    words: "the quotient of the two factors",
    hint: "Bring both powers to one side: powers with the same exponent are divided by dividing their bases.",
    formula:
      "\\dfrac{b_1}{b_2} \\qquad\\text{since}\\quad \\dfrac{b_1^{\\,t}}{b_2^{\\,t}} = \\left(\\dfrac{b_1}{b_2}\\right)^t",
    work: ({ factor, other }) => `\\dfrac{${num(factor)}}{${num(other)}}`,
    malrules: {
      multiplied: {
        value: ({ factor, other }) => factor * other,
        says: "The two bases were multiplied. Moving a power to the other side divides by it.",
      },
      "other-ignored": {
        value: ({ factor }) => factor,
        says: "One of the two powers was left out. Both sides change with $t$.",
      },
    },
  })
  .step("ln_q", scalar({ workingDigits: 5 }), (_, s) => Math.log(s.ratio), {
    label: "\\ln q",
    words: "the logarithm of that quotient",
    hint: "Now the equation is $b^t = q$. Take logarithms on both sides: $t \\ln b = \\ln q$.",
    formula: "\\ln \\dfrac{c}{a}",
    work: (_, s) => `\\ln ${num(s.ratio)}`,
  })
  .step("ln_b", scalar({ workingDigits: 5 }), (p, s) => Math.log(baseOf(p, s)), {
    label: "\\ln b",
    words: "the logarithm of the base",
    hint: "Take the logarithm of the base as well; below 1 it is negative.",
    formula: (p) => (p.other === 1 ? `\\ln ${num(p.factor)}` : "\\ln \\dfrac{b_1}{b_2}"),
    work: (p, s) => (p.other === 1 ? num(Math.log(p.factor)) : `\\ln ${num(s.base)}`),
  })
  .step("t", scalar({ workingDigits: 5 }), (_, s) => s.ln_q / s.ln_b, {
    label: "t",
    words: "the time t",
    hint: "From $t \\ln b = \\ln q$, divide by the logarithm of the base.",
    formula: "\\dfrac{\\ln q}{\\ln b}",
    work: (_, s) => `\\dfrac{${num(s.ln_q)}}{${num(s.ln_b)}}`,
    malrules: {
      inverted: { value: (_, s) => s.ln_b / s.ln_q, says: inverted },
      "no-logarithms": { value: (p, s) => s.ratio / baseOf(p, s), says: noLogarithms },
      "minus-inside": {
        value: (_, s) => s.ln_q - s.ln_b,
        says: "The logarithms were subtracted. They stand in $t \\ln b = \\ln q$, so they are divided; $\\ln q - \\ln b$ would be $\\ln \\frac{q}{b}$.",
      },
      "start-times-base": {
        value: ({ start, factor, target, other }) =>
          other === 1 && start !== 1 ? Math.log(target) / Math.log(start * factor) : undefined,
        says: "The start was multiplied with the base. The exponent belongs to the base alone, so divide by the start first.",
      },
    },
  })
  .step("v", scalar({ workingDigits: 6 }), ({ start, factor }, s) => start * factor ** s.t, {
    label: "v",
    words: "the common value v",
    hint: "Put the time into either side; both must give the same.",
    formula: "a_1\\,b_1^{\\,t}",
    work: ({ start, factor }, s) => `${num(start)} \\cdot ${num(factor)}^{${num(s.t)}}`,
    malrules: {
      linear: {
        value: ({ start, factor }, s) => start * (1 + (factor - 1) * s.t),
        says: "This adds the same amount in every period. Multiplied again and again, it is the power $b^t$ that counts.",
      },
      "time-as-factor": {
        value: ({ start, factor }, s) => start * factor * s.t,
        says: "The time is a factor here. It belongs into the exponent.",
      },
    },
  })
  .asks({ 1: ["t_rate"], 2: ["t"], 3: ["t", "v"] })
  .figures({
    solution: (p, s) => {
      const { start, factor, target, other, rate } = p;
      const isRate = rate !== 0;
      const meets = isRate ? s.t_rate : s.t;
      const first = (x: number) => (isRate ? Math.exp(rate * x) : start * factor ** x);
      const second = (x: number) => target * other ** x;
      const curve = (label: string, f: (x: number) => number) => ({
        label,
        points: Array.from({ length: 31 }, (_, i) => point(meets * (i / 24), f(meets * (i / 24)))),
      });
      const at = point(meets, second(meets));
      return {
        figure: "curves",
        alt: `Two curves over t: ${isRate ? "the exponential" : "the first side"} starts at ${plain(isRate ? 1 : start)}, ${other === 1 ? "the other one is level at" : "the second one starts at"} ${plain(target)}. They meet at t = ${plain(meets, 4)}, at the height ${plain(at.y, 4)}.`,
        xLabel: "t",
        yLabel: "value",
        curves: [curve("left side", first), curve("right side", second)],
        shaded: [],
        marks: [{ ...at, label: `t = ${plain(meets, 3)}` }],
      };
    },
  })
  .examples({
    "21": { level: 2, params: { story: 1, rate: 0, start: 1, factor: 10, target: 100, other: 1 } },
  })
  .check(({ rate, start, factor, target, other }) => {
    // The root of left − right by bisection; both sides cross once.
    const [left, right] = [
      (t: number) => (rate === 0 ? start * factor ** t : Math.exp(rate * t)),
      (t: number) => target * other ** t,
    ];
    const risesAtStart = left(0) < right(0);
    let [low, high] = [0, 1];
    while (left(high) < right(high) === risesAtStart) high *= 2;
    for (let i = 0; i < 200; i++) {
      const middle = (low + high) / 2;
      if (left(middle) < right(middle) === risesAtStart) low = middle;
      else high = middle;
    }
    return { t_rate: high, t: high, v: right(high) };
  });

interface Quotients {
  base: number;
}

/** The base that is left: at level 2 there is only one. */
function baseOf({ factor, other }: Params, s: Quotients): number {
  return other === 1 ? factor : s.base;
}

function point(x: number, y: number) {
  return { x: Math.round(x * 10000) / 10000, y: Math.round(y * 10000) / 10000 };
}
