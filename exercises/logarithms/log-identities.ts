/** The rules of logarithms with numbers: logarithms of products, quotients and powers from those of their factors (§4.2). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar } from "#lib/exercise/kinds.ts";
import { num, par, plusTerm } from "#lib/exercise/tex.ts";

const params = z.object({
  story: z.int().min(0).max(3),
  /** The base of all logarithms; 0 stands for e. */
  base: z.int().min(0),
  /** The logarithms of x and y; at level 3 those of xy and x/y. */
  given: z.tuple([z.number(), z.number()]),
  /** Exponents of x and y, above and below the line. */
  top: z.int().min(1),
  bottom: z.int().min(1),
  /** The power of the base that is a factor. */
  power: z.int().min(1),
});
type Params = z.infer<typeof params>;

const stories = [
  "Of two positive numbers only their logarithms are known:",
  "A program keeps two positive numbers as logarithms:",
  "An old table of logarithms gives",
  "Two likelihoods are stored as logarithms:",
] as const;

const log = ({ base }: Params): string => (base === 0 ? "\\ln" : `\\log_{${base}}`);
/** A whole power of the base as it is printed. */
const factor = ({ base, power }: Params): string => (base === 0 ? `e^{${power}}` : `${base ** power}`);
const written = { without: ["logarithms"] } as const;

const productOfLogs =
  "The logarithms were multiplied. Multiplying numbers adds their logarithms: $\\log(xy) = \\log x + \\log y$.";
const quotientOfLogs =
  "The logarithms were divided. Dividing numbers subtracts their logarithms: $\\log \\frac{x}{y} = \\log x - \\log y$.";
const powerOfLog =
  "The logarithm was raised to the power. An exponent inside comes down as a factor: $\\log(x^n) = n \\log x$.";
const half = "A square root is the power $\\frac{1}{2}$, so it halves the logarithm.";

type Known = Readonly<Record<"log_x" | "log_y", number>>;

/** The logarithm of b^k·√x / y^n, from those of x and y. */
const mixed = (log: (p: Params, s: Known) => readonly [x: number, y: number]) => {
  const parts = (p: Params, s: Known) => {
    const [x, y] = log(p, s);
    return { k: p.power, x, y, n: p.bottom };
  };
  return {
    value: (p: Params, s: Known) => {
      const { k, x, y, n } = parts(p, s);
      return k + x / 2 - n * y;
    },
    explained: {
      label: "r",
      words: "the logarithm r",
      hint: "Take it apart: the power of the base gives its exponent, since $\\log_b b = 1$; the root halves; what stands below the line comes with a minus.",
      formula: "k + \\tfrac{1}{2} \\log x - n \\log y",
      work: (p: Params, s: Known) => {
        const { k, x, y, n } = parts(p, s);
        return `${k} + \\tfrac{1}{2} \\cdot ${par(x)} - ${n === 1 ? "" : `${n} \\cdot `}${par(y)}`;
      },
      malrules: {
        "root-squared": {
          value: (p: Params, s: Known) => {
            const { k, x, y, n } = parts(p, s);
            return k + 2 * x - n * y;
          },
          says: `The logarithm was doubled. ${half}`,
        },
        "root-of-logarithm": {
          value: (p: Params, s: Known) => {
            const { k, x, y, n } = parts(p, s);
            return x > 0 ? k + Math.sqrt(x) - n * y : undefined;
          },
          says: `The root was taken of the logarithm. ${half}`,
        },
        "base-as-number": {
          value: (p: Params, s: Known) => {
            const { k, x, y, n } = parts(p, s);
            return p.base === 0 ? undefined : p.base ** k + x / 2 - n * y;
          },
          says: "The number in front of the root was added as it is. Its logarithm is what counts: which power of the base is it?",
        },
        "base-multiplied": {
          value: (p: Params, s: Known) => {
            const { k, x, y, n } = parts(p, s);
            return (k * x) / 2 - n * y;
          },
          says: "The exponent of the base became a factor. The power of the base is a factor inside, so outside its logarithm is added.",
        },
        "minus-lost": {
          value: (p: Params, s: Known) => {
            const { k, x, y, n } = parts(p, s);
            return k + x / 2 + n * y;
          },
          says: "What stands below the line was added. A quotient subtracts its logarithm.",
        },
      },
    },
  };
};
const direct = mixed(({ given: [x, y] }) => [x, y]);
const found = mixed((_, s) => [s.log_x, s.log_y]);

export default exercise({
  id: "logarithms/log-identities",
  version: 1,
  title: "Rules of logarithms, with numbers",
  summary: "Find logarithms of products, quotients, powers and roots from the logarithms of their factors.",
  skills: ["log-rules"],
  source: { section: "4.2", formulas: ["log-product", "log-quotient", "log-power", "log-one", "log-base"] },
})
  .params(params, (rng, level): Params => {
    const story = rng.int(0, 3);
    const base = rng.pick([0, 0, 2, 3, 5, 10]);
    // In tenths, each at a distance from the other, and from 1 and 2.
    const [a = 13, b = 26] = rng.shuffle([13, 14, 16, 17, 23, 24, 26, 27, 31, 32, 34, 36, 37, 41, 43, 46]);
    const two = (x: number, y: number): [number, number] => [x / 10, y / 10];
    if (level === 1) return { story, base, given: two(a, b), top: 1, bottom: 1, power: 1 };
    const [top, bottom, power] = [rng.int(2, 5), rng.int(2, 4), rng.int(2, 4)];
    if (level === 2) return { story, base, given: two(a, b), top, bottom, power };
    // Even tenths for x, so that its half needs no further digit.
    const x = rng.int(6, 22) * 2;
    const y = rng.int(11, 39);
    return { story, base, given: two(x + y, x - y), top, bottom, power };
  })
  .prompt((p, level) => {
    const { story, given, top, bottom, base } = p;
    const names = level === 3 ? ["(xy)", "\\frac{x}{y}"] : ["x", "y"];
    const known = names.map((name, i) => `$${log(p)} ${name} = ${num(given[i] ?? 0)}$`).join(" and ");
    const stated = `${stories[story]} ${known}${base === 0 ? ", with natural logarithms" : ""}.`;
    const asked = {
      1: `u = ${log(p)} (xy), \\qquad v = ${log(p)} \\frac{x}{y}`,
      2: `u = ${log(p)} \\frac{x^{${top}}}{y^{${bottom}}}, \\qquad r = ${log(p)} \\frac{${factor(p)}\\,\\sqrt{x}}{y^{${bottom}}}`,
      3: `w = ${log(p)} \\frac{1}{x^{${top}}\\,y}, \\qquad r = ${log(p)} \\frac{${factor(p)}\\,\\sqrt{x}}{y^{${bottom}}}`,
    }[level];
    const first = level === 3 ? `First find $${log(p)} x$ and $${log(p)} y$, and from them` : "From these, find";
    return `${stated}\n\n${first}\n\n$$${asked}$$`;
  })
  .step("product", scalar(written), ({ given: [x, y] }) => x + y, {
    label: "u",
    words: "the logarithm u of the product",
    hint: "The logarithm of a product is the sum of the logarithms.",
    formula: "\\log x + \\log y",
    work: ({ given: [x, y] }) => plusTerm(num(x), y),
    malrules: {
      "product-of-logarithms": { value: ({ given: [x, y] }) => x * y, says: productOfLogs },
      "logarithm-of-sum": {
        value: ({ base, given: [x, y] }) => Math.log(x + y) / (base === 0 ? 1 : Math.log(base)),
        says: "The logarithm was taken once more. What is given are logarithms already: they only have to be added.",
      },
    },
  })
  .step("quotient", scalar(written), ({ given: [x, y] }) => x - y, {
    label: "v",
    words: "the logarithm v of the quotient",
    hint: "The logarithm of a quotient is the difference of the logarithms.",
    formula: "\\log x - \\log y",
    work: ({ given: [x, y] }) => plusTerm(num(x), -y),
    malrules: {
      "quotient-of-logarithms": { value: ({ given: [x, y] }) => x / y, says: quotientOfLogs },
      reversed: {
        value: ({ given: [x, y] }) => y - x,
        says: "The difference is the wrong way round: what stands below the line is subtracted.",
      },
    },
  })
  .step("powers", scalar(written), ({ given: [x, y], top, bottom }) => top * x - bottom * y, {
    label: "u",
    words: "the logarithm u",
    hint: "Each exponent comes down as a factor, and what stands below the line comes with a minus.",
    formula: "m \\log x - n \\log y",
    work: ({ given: [x, y], top, bottom }) => `${top} \\cdot ${num(x)} - ${bottom} \\cdot ${num(y)}`,
    malrules: {
      "powers-of-logarithms": { value: ({ given: [x, y], top, bottom }) => x ** top - y ** bottom, says: powerOfLog },
      "quotient-of-logarithms": {
        value: ({ given: [x, y], top, bottom }) => (top * x) / (bottom * y),
        says: quotientOfLogs,
      },
      "exponents-dropped": {
        value: ({ given: [x, y] }) => x - y,
        says: "The exponents are gone. Each comes down as a factor: $\\log(x^n) = n \\log x$.",
      },
    },
  })
  .step("log_x", scalar(written), ({ given: [sum, difference] }) => (sum + difference) / 2, {
    label: "\\log x",
    words: "the logarithm of x",
    hint: "The two given ones are $\\log x + \\log y$ and $\\log x - \\log y$. Add them, and $\\log y$ is gone.",
    formula: "\\tfrac{1}{2} \\left(\\log (xy) + \\log \\tfrac{x}{y}\\right)",
    work: ({ given: [sum, difference] }) => `\\tfrac{1}{2} \\left(${plusTerm(num(sum), difference)}\\right)`,
    malrules: {
      "not-halved": {
        value: ({ given: [sum, difference] }) => sum + difference,
        says: "This is the logarithm of $xy \\cdot \\frac{x}{y} = x^2$. Half of it belongs to $x$.",
      },
      multiplied: {
        value: ({ given: [sum, difference] }) => sum * difference,
        says: "The given logarithms were multiplied. It is $xy$ and $\\frac{x}{y}$ that may be multiplied; their logarithms are then added.",
      },
    },
  })
  .step("log_y", scalar(written), ({ given: [sum, difference] }) => (sum - difference) / 2, {
    label: "\\log y",
    words: "the logarithm of y",
    hint: "Subtract the second from the first, and $\\log x$ is gone.",
    formula: "\\tfrac{1}{2} \\left(\\log (xy) - \\log \\tfrac{x}{y}\\right)",
    work: ({ given: [sum, difference] }) => `\\tfrac{1}{2} \\left(${plusTerm(num(sum), -difference)}\\right)`,
    malrules: {
      "not-halved": {
        value: ({ given: [sum, difference] }) => sum - difference,
        says: "This is the logarithm of $xy : \\frac{x}{y} = y^2$. Half of it belongs to $y$.",
      },
      "sign-turned": {
        value: ({ given: [sum, difference] }) => (difference - sum) / 2,
        says: "The difference is the wrong way round: in $\\log \\frac{x}{y}$ it is $\\log y$ that has the minus.",
      },
    },
  })
  .step("reciprocal", scalar(written), ({ top }, s) => -(top * s.log_x + s.log_y), {
    label: "w",
    words: "the logarithm w of the reciprocal",
    hint: "The logarithm of 1 is 0, and everything below the line comes with a minus.",
    formula: "0 - (m \\log x + \\log y)",
    work: ({ top }, s) => `-(${top} \\cdot ${par(s.log_x)} + ${par(s.log_y)})`,
    malrules: {
      "one-for-zero": {
        value: ({ top }, s) => 1 - (top * s.log_x + s.log_y),
        says: "The 1 above the line was kept as it is. Its logarithm is what counts: $b^0 = 1$.",
      },
      "reciprocal-of-logarithm": {
        value: ({ top }, s) => 1 / (top * s.log_x + s.log_y),
        says: "This is one divided by the logarithm. The logarithm of a reciprocal has its sign turned: $\\log \\frac{1}{u} = -\\log u$.",
      },
      "minus-on-first": {
        value: ({ top }, s) => s.log_y - top * s.log_x,
        says: "The minus reached the first logarithm only. Every factor below the line gets it.",
      },
    },
  })
  .step("mixed", scalar(written), direct.value, direct.explained)
  .step("mixed_found", scalar(written), found.value, found.explained)
  .asks({ 1: ["product", "quotient"], 2: ["powers", "mixed"], 3: ["log_x", "log_y", "reciprocal", "mixed_found"] })
  .check(({ base, given: [one, two], top, bottom, power }) => {
    // With the numbers themselves: raise the base, multiply, divide, and take the logarithm at the end.
    const b = base === 0 ? Math.E : base;
    const log = (t: number) => Math.log(t) / Math.log(b);
    const [first, second] = [b ** one, b ** two];
    const x = Math.sqrt(first * second);
    const y = Math.sqrt(first / second);
    return {
      product: log(first * second),
      quotient: log(first / second),
      powers: log(first ** top / second ** bottom),
      mixed: log((b ** power * Math.sqrt(first)) / second ** bottom),
      log_x: log(x),
      log_y: log(y),
      reciprocal: log(1 / (x ** top * y)),
      mixed_found: log((b ** power * Math.sqrt(x)) / y ** bottom),
    };
  });
