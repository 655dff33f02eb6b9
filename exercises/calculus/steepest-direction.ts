/** The unit direction of steepest ascent or descent, how steep it is there, and where it is level (example 12). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar, vector } from "#lib/exercise/kinds.ts";
import { column, num, par, plain, plainRow, vec } from "#lib/exercise/tex.ts";
import { gradient } from "#lib/math/autodiff.ts";
import { norm, scale, sum } from "#lib/math/vector.ts";

const params = z.object({
  story: z.int().min(0).max(3),
  /** At level 1 the gradient itself; above, f = ax² + bxy + cy² + dx. */
  given: z.array(z.int()).max(2),
  a: z.int(),
  b: z.int(),
  c: z.int(),
  d: z.int(),
  at: z.tuple([z.int(), z.int()]),
  towards: z.enum(["up", "down"]),
  /** How far is walked, at level 3. */
  distance: z.number(),
});
type Params = z.infer<typeof params>;

const stories = [
  { intro: "The height of a hillside over the point $(x, y)$ of a map is", up: "climb", down: "fall" },
  { intro: "The loss of a model with the two weights $x$ and $y$ is", up: "grow", down: "drop" },
  { intro: "The temperature at the point $(x, y)$ of a metal plate is", up: "rise", down: "drop" },
  { intro: "The concentration of a scent at the point $(x, y)$ is", up: "rise", down: "fall" },
] as const;

/** A sum of signed terms; a factor 1 is not written. */
const sumOf = (parts: readonly (readonly [factor: number, text: string])[]): string =>
  parts
    .filter(([factor]) => factor !== 0)
    .map(([factor, text], i) => {
      const size = `${Math.abs(factor) === 1 ? "" : num(Math.abs(factor))}${text}`;
      return i === 0 ? `${factor < 0 ? "-" : ""}${size}` : `${factor < 0 ? "-" : "+"} ${size}`;
    })
    .join(" ");

const formulaOf = ({ a, b, c, d }: Params) =>
  sumOf([
    [a, "x^2"],
    [b, "xy"],
    [c, "y^2"],
    [d, "x"],
  ]);
const sign = ({ towards }: Params) => (towards === "up" ? 1 : -1);
const letters = ["x", "y"] as const;
/** The gradient in symbols, or with the numbers of the point put in. */
const gradientTex = ({ a, b, c, d, at }: Params, isPutIn: boolean): string => {
  const [x, y] = isPutIn ? at.map((t) => ` \\cdot ${par(t)}`) : letters;
  const constant = d === 0 ? "" : ` ${d < 0 ? "-" : "+"} ${num(Math.abs(d))}`;
  const mixed = (letter: string | undefined) => (b === 0 ? "" : ` ${b < 0 ? "-" : "+"} ${num(Math.abs(b))}${letter}`);
  return column([`${num(2 * a)}${x}${mixed(y)}${constant}`, `${num(2 * c)}${y}${mixed(x)}`]);
};

export default exercise({
  id: "calculus/steepest-direction",
  version: 1,
  title: "The steepest direction",
  summary: "Find the unit direction in which a function rises or falls fastest, and how fast that is.",
  skills: ["directions", "gradients"],
  source: { section: "2.3", examples: [12], formulas: ["gradient"] },
})
  .params(params, (rng, level): Params => {
    const signed = (n: number) => n * rng.pick([1, -1]);
    const [x = 2, y = 3] = rng.shuffle([2, 3, 4, 5]).slice(0, 2).map(signed);
    const towards = rng.pick<Params["towards"]>(["up", "down"]);
    const story = rng.int(0, 3);
    const at = [x, y] satisfies Params["at"];
    if (level === 1) {
      const given = rng.shuffle([2, 3, 4, 5, 6, 7, 8, 9]).slice(0, 2).map(signed);
      return { story, given, a: 0, b: 0, c: 0, d: 0, at, towards, distance: 0 };
    }
    const [a, c] = [signed(rng.int(2, 5)), rng.int(2, 5)];
    // Signs by which no partial derivative cancels to 0.
    const b = rng.int(2, 5) * Math.sign(x * y);
    const d = rng.int(2, 9) * (2 * a * x + b * y < 0 ? -1 : 1);
    return { story, given: [], a, b, c, d, at, towards, distance: level === 3 ? rng.pick([1.5, 2.5, 3, 4]) : 0 };
  })
  .prompt((p, level) => {
    const story = stories[p.story] ?? stories[0];
    const verb = story[p.towards];
    const way = p.towards === "up" ? "steepest ascent" : "steepest descent";
    const [x, y] = p.at.map((t) => num(t));
    return [
      ...(level === 1
        ? [`${story.intro} $f(x, y)$. At the point $(${x}, ${y})$ its gradient is`, `$$\\nabla f = ${vec(p.given)}$$`]
        : [story.intro, `$$f(x, y) = ${formulaOf(p)}$$`]),
      {
        1: `In which direction does $f$ **${verb}** fastest from there? Give it as a **unit vector**.`,
        2: `You are at the point $(${x}, ${y})$. In which direction does $f$ **${verb}** fastest, as a **unit vector**, and what is the **slope** of $f$ in that direction?`,
        3: `You are at the point $(${x}, ${y})$. Where do you get to if you walk the distance $${num(p.distance)}$ in the direction of **${way}**? And in which direction could you set out so that $f$ **does not change** at first? Of the two unit vectors, give the one with a positive first entry.`,
      }[level],
    ].join("\n\n");
  })
  .step(
    "gradient",
    vector(),
    (p) => {
      if (p.given.length > 0) return p.given;
      const {
        a,
        b,
        c,
        d,
        at: [x, y],
      } = p;
      return [2 * a * x + b * y + d, b * x + 2 * c * y];
    },
    {
      label: "\\nabla f",
      words: "the gradient at the point",
      hint: "Differentiate by x and by y, then put the point in.",
      skill: "gradients",
      formula: (p) => (p.given.length > 0 ? "\\nabla f(x, y)" : gradientTex(p, false)),
      work: (p) => (p.given.length > 0 ? vec(p.given) : gradientTex(p, true)),
      malrules: {
        "partials-swapped": {
          value: ({ given, a, b, c, d, at: [x, y] }) =>
            given.length > 0 ? [...given].reverse() : [b * x + 2 * c * y, 2 * a * x + b * y + d],
          says: "The entries of the gradient have changed places: the derivative by $x$ is the first one.",
        },
        "coordinates-swapped": {
          value: ({ a, b, c, d, at: [y, x] }) => {
            const g = [2 * a * x + b * y + d, b * x + 2 * c * y];
            return norm(g) === 0 ? undefined : g;
          },
          says: "The coordinates were put in in the wrong order: the first number of the point is $x$.",
        },
        "mixed-term-forgotten": {
          value: ({ a, b, c, d, at: [x, y] }) => (b === 0 ? undefined : [2 * a * x + d, 2 * c * y]),
          says: "The term $xy$ is missing from the partial derivatives: by $x$ it gives a multiple of $y$, by $y$ one of $x$.",
        },
      },
    },
  )
  .step("length", scalar(), (_, s) => norm(s.gradient), {
    label: "\\|\\nabla f\\|",
    words: "the length of the gradient",
    hint: "Take the root of the sum of the squares.",
    formula: "\\sqrt{f_x^2 + f_y^2}",
    work: (_, s) => `\\sqrt{${s.gradient.map((g) => `${par(g)}^2`).join(" + ")}}`,
    malrules: {
      "no-root": {
        value: (_, s) => norm(s.gradient) ** 2,
        says: "The root is missing: the square of the length was taken for the length.",
      },
      "sum-of-sizes": {
        value: (_, s) => sum(s.gradient.map(Math.abs)),
        says: "The length was taken as the sum of the sizes of the entries. It is the root of the sum of their squares.",
      },
    },
  })
  .step("direction", vector({ scale: "common", workingDigits: 4 }), (p, s) => scale(sign(p) / s.length, s.gradient), {
    label: "u",
    words: "the steepest direction, as a unit vector",
    hint: "The gradient points uphill; its opposite points downhill. Divide by the length.",
    formula: ({ towards }) =>
      towards === "up" ? "\\dfrac{\\nabla f}{\\|\\nabla f\\|}" : "-\\dfrac{\\nabla f}{\\|\\nabla f\\|}",
    work: (p, s) => `\\dfrac{${sign(p)}}{${num(s.length)}} ${vec(s.gradient)}`,
    malrules: {
      "sign-turned": {
        value: (p, s) => scale(-sign(p) / s.length, s.gradient),
        says: "This is the opposite direction. The gradient points to where the function grows; look which way is asked for.",
      },
      "not-normalized": {
        value: (p, s) => scale(sign(p), s.gradient),
        says: "The direction is right, but its length is not 1. Divide by the length of the gradient.",
      },
    },
  })
  .step("slope", scalar(), (p, s) => sign(p) * s.length, {
    label: "D_u f",
    words: "the slope in that direction",
    hint: "In the direction of the gradient the slope is the gradient's length; the other way it is minus that.",
    formula: ({ towards }) => (towards === "up" ? "\\|\\nabla f\\|" : "-\\|\\nabla f\\|"),
    malrules: {
      "sign-of-slope": {
        value: (p, s) => -sign(p) * s.length,
        says: "Think of the sign: a function that grows along the way has a positive slope there, one that falls a negative one.",
      },
      "slope-of-one": {
        value: () => 1,
        says: "The direction has length 1, but the slope along it is that of the function: $\\nabla f \\cdot u$.",
      },
    },
  })
  .step(
    "reached",
    vector({ rule: { digits: 4 }, workingDigits: 5 }),
    (p, s) => p.at.map((x, i) => x + p.distance * (s.direction[i] ?? 0)),
    {
      label: "(x, y)_{\\text{new}}",
      words: "the point that is reached",
      hint: "Multiply the unit vector by the distance and add it to the point.",
      formula: "(x, y) + d\\,u",
      work: (p, s) => `${vec(p.at)} + ${num(p.distance)} ${vec(s.direction)}`,
      malrules: {
        "step-only": {
          value: (p, s) => scale(p.distance, s.direction),
          says: "This is the way, not the place: add it to the point where it starts.",
        },
        "distance-forgotten": {
          value: (p, s) => p.at.map((x, i) => x + (s.direction[i] ?? 0)),
          says: "This walks the distance 1. Multiply the unit vector by the distance that is asked for.",
        },
      },
    },
  )
  .step(
    "level",
    vector({ scale: "common", workingDigits: 4 }),
    (_, s) => {
      const [g = 0, h = 0] = s.gradient;
      return scale((h < 0 ? -1 : 1) / s.length, [h, -g]);
    },
    {
      label: "v",
      words: "the direction in which f does not change, with a positive first entry",
      hint: "The slope is the dot product with the gradient. It is 0 at a right angle: swap the entries of the gradient and turn one sign round.",
      formula: "\\pm\\dfrac{1}{\\|\\nabla f\\|} \\begin{bmatrix} f_y \\\\ -f_x \\end{bmatrix}",
      work: (_, s) => {
        const [g = 0, h = 0] = s.gradient;
        return `\\dfrac{1}{${num(s.length)}} ${vec(h < 0 ? [-h, g] : [h, -g])}`;
      },
      malrules: {
        "sign-not-turned": {
          value: (_, s) => {
            const [g = 0, h = 0] = s.gradient;
            return scale((h < 0 ? -1 : 1) / s.length, [h, g]);
          },
          says: "The entries were swapped, but no sign was turned round: the dot product with the gradient is not 0.",
        },
        "along-the-gradient": {
          value: (_, s) => {
            const [g = 0] = s.gradient;
            return scale((g < 0 ? -1 : 1) / s.length, s.gradient);
          },
          says: "This goes along the gradient, where $f$ changes fastest. Look for the direction at a right angle to it.",
        },
      },
    },
  )
  .asks({ 1: ["direction"], 2: ["direction", "slope"], 3: ["reached", "level"] })
  .figures({
    solution: (p, s) => {
      const [x, y] = p.at;
      const [g = 0, h = 0] = s.gradient;
      const [u = 0, v = 0] = s.direction;
      return {
        figure: "plane",
        alt: `At the point (${plain(x)}, ${plain(y)}) the gradient points along ${plainRow([g, h])}. The unit vector ${plainRow([u, v])} goes ${p.towards === "up" ? "with" : "against"} it, and the level direction is at a right angle to both.`,
        xLabel: "x",
        yLabel: "y",
        arrows: [
          {
            from: { x, y },
            to: { x: x + (2 * g) / s.length, y: y + (2 * h) / s.length },
            label: "along ∇f",
            tone: "faint",
          },
          { from: { x, y }, to: { x: x + u, y: y + v }, label: "u", tone: "result" },
        ],
        points: [{ x, y, label: "P" }],
        lines: [
          {
            from: { x: x - (2 * h) / s.length, y: y + (2 * g) / s.length },
            to: { x: x + (2 * h) / s.length, y: y - (2 * g) / s.length },
            label: "level",
            dashed: true,
          },
        ],
      };
    },
  })
  .examples({
    "12": { level: 2, params: { story: 1, given: [], a: 1, b: 0, c: 2, d: 0, at: [3, 1], towards: "up", distance: 0 } },
  })
  .check((p) => {
    // The gradient by autodiff, the unit vectors by the angle that it makes with the axis.
    const slopes = gradient(
      (x, y) => x.mul(x).mul(p.a).add(x.mul(y).mul(p.b)).add(y.mul(y).mul(p.c)).add(x.mul(p.d)),
      p.at,
    );
    const [g = 0, h = 0] = p.given.length > 0 ? p.given : slopes;
    const angle = Math.atan2(h, g) + (p.towards === "up" ? 0 : Math.PI);
    const direction = [Math.cos(angle), Math.sin(angle)];
    const across = [Math.abs(Math.sin(angle)), -Math.cos(angle) * Math.sign(Math.sin(angle) || 1)];
    return {
      direction,
      slope: g * Math.cos(angle) + h * Math.sin(angle),
      reached: p.at.map((x, i) => x + p.distance * (direction[i] ?? 0)),
      level: across,
    };
  });
