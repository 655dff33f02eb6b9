/** Strings that a grader may meet: random pieces, rows of the table with some characters changed, and the worst of every limit. */
import {
  choice,
  choices,
  expression,
  formulaMatrix,
  formulaSet,
  formulaVector,
  fraction,
  integer,
  type KindSpec,
  letteredShape,
  matrix,
  order,
  scalar,
  set,
  shape,
  type Value,
  vector,
} from "#lib/exercise/kinds.ts";
import type { Rng } from "#lib/exercise/rng.ts";
import { parse } from "#lib/expression/parse.ts";
import { table } from "#test/grading/table.ts";

/** What is judged: raw text against a reference, by a spec. */
export interface Input {
  spec: KindSpec;
  reference: Value;
  raw: string;
}

/** Names that no text should be able to look up on an object; fuzz.ts lays traps under them. */
export const lures = ["snare", "lure", "bait", "decoy"];

const formula = (text: string) => {
  const parsed = parse(text, { names: ["x", "y"] });
  if (parsed.outcome !== "parsed") throw new RangeError(`"${text}" is not one formula`);
  return parsed.expr;
};
const options = [
  { id: "up", text: "It rises" },
  { id: "down", text: "It falls" },
  { id: "snare", text: "It stays" },
];
const on = { variables: ["x", "y", "w_1", "θ"] };

const targets: readonly Omit<Input, "raw">[] = [
  { spec: scalar(), reference: 0.12 / 0.127 },
  { spec: scalar({ rule: { within: { abs: 0, rel: 0.05 } }, unit: "percent" }), reference: 1e-9 },
  { spec: scalar({ form: "plain", without: ["logarithms", "exponentials", "powers", "roots"] }), reference: 0 },
  { spec: integer(), reference: 42 },
  { spec: fraction(), reference: formula("2/3") },
  { spec: fraction({ reduced: true }), reference: formula("-7/12") },
  { spec: vector(), reference: [1, -2, 3.5] },
  { spec: vector({ scale: "common", equality: "distribution" }), reference: [0.659, 0.242, 0.099] },
  { spec: vector({ equality: "direction" }), reference: [3, 4] },
  { spec: vector({ equality: "shift" }), reference: [1, 2, 4] },
  { spec: vector({ equality: "any-order" }), reference: [5, 5, 7, 9] },
  { spec: formulaVector(on), reference: [formula("2x"), formula("8y")] },
  {
    spec: matrix(),
    reference: [
      [1, 2],
      [3, 4],
    ],
  },
  {
    spec: formulaMatrix(on),
    reference: [
      [formula("x"), formula("y^2")],
      [formula("0"), formula("sin x")],
    ],
  },
  { spec: set(), reference: [1, 2, 3] },
  { spec: formulaSet(on), reference: [formula("x"), formula("-x")] },
  { spec: shape(), reference: [100, 3] },
  { spec: letteredShape(["n", "p"]), reference: "undefined" },
  { spec: expression(on), reference: formula("e^(-x)/(1+e^(-x))^2") },
  { spec: expression({ ...on, domain: { x: [0, null] } }), reference: formula("2ln(x)+sqrt(y)") },
  { spec: expression(on, { form: "expanded" }), reference: formula("(x+y)^3") },
  { spec: expression(on, { form: "factored" }), reference: formula("x^2-y^2") },
  { spec: expression(on, { form: "single-logarithm" }), reference: formula("ln(x)-2ln(y)") },
  { spec: expression(on, { form: "reduced" }), reference: formula("x/(x+y)") },
  { spec: choice(options), reference: "up" },
  { spec: choices(options), reference: ["up", "snare"] },
  { spec: order(options), reference: ["down", "up", "snare"] },
];

const pieces = [
  ..."0123456789.,;:+-*/^()[]{}|%&_ \n\t$'\"\\=<>!?#@~`πσθ√½²⁻₂×−–·∞…exyw",
  ...["sin", "ln", "log_", "log2", "sqrt(", "max(", "abs(", "relu(", "sigmoid(", "root(", "cosh", "arctan ", "tan^-1"],
  ...["e^", "1/2", "x10^", "1/2x", "x^1/2", "e^2x", "ln 2x", "w_1", "w1", "w₁", "x+y", "(x+1)", "xe^x"],
  ...[
    "\\frac",
    "\\frac{1}{2}",
    "\\sqrt[",
    "\\left(",
    "\\cdot ",
    "\\begin{bmatrix}",
    "\\end{bmatrix}",
    "\\\\",
    "\\theta",
  ],
  ...["array(", "np.array([", "dtype=float)", "^T", ".T", "undefined", "by", "none", "->", "up", "down", "It rises"],
  ...["inf", "nan", "1e308", "e-400", "9^9^9", "0/0", "1/0", "99999999999999999999", "0.1", "1e-320"],
  ...[
    "__proto__",
    "constructor",
    "prototype",
    "toString",
    "valueOf()",
    "hasOwnProperty",
    "this",
    "globalThis",
    ...lures,
  ],
  ...["\ud83d", "\u0000", "\u202e", "\u200b", "\u2028", "😀", "é", "ﬀ", "１", "Ｘ", "𝑥"],
];

const pick = <T>(rng: Rng, among: readonly T[]): T => among[rng.int(0, among.length - 1)]!;
const times = (rng: Rng, most: number) => rng.int(1, most);

/** The n-th input of a seed: mostly mutations of what is known to mean something, since those reach deepest. */
export function drawInput(rng: Rng, worst: readonly string[]): Input {
  const turn = rng.int(0, 99);
  if (turn < 50) return mutated(rng);
  const target = pick(rng, targets);
  if (turn < 98) return { ...target, raw: randomText(rng) };
  return { ...target, raw: adversarial(rng, worst) };
}

function randomText(rng: Rng): string {
  let text = "";
  for (let n = times(rng, rng.int(0, 9) === 0 ? 120 : 14); n > 0; n--) text += pick(rng, pieces);
  return text;
}

/** A row of the table, or two glued, with characters dropped, doubled, swapped or put in. */
function mutated(rng: Rng): Input {
  const row = pick(rng, table);
  const { spec, reference } = rng.int(0, 3) === 0 ? pick(rng, targets) : row;
  let raw = row.typed.length > 600 ? row.typed.slice(0, rng.int(0, row.typed.length)) : row.typed;
  for (let n = times(rng, 4); n > 0; n--) raw = mutate(rng, raw);
  return { spec, reference, raw };
}

function mutate(rng: Rng, text: string): string {
  const at = rng.int(0, text.length);
  const [before, after] = [text.slice(0, at), text.slice(at)];
  switch (rng.int(0, 6)) {
    case 0:
      return before + after.slice(1);
    case 1:
      return before + after.slice(0, 1) + after;
    case 2:
      return before + pick(rng, pieces) + after;
    case 3:
      return before + pick(rng, pieces) + after.slice(1);
    case 4:
      return after + before;
    case 5:
      return before + pick(rng, table).typed.slice(0, 40) + after;
    default:
      return `(${before})${pick(rng, ["", "+", "*", "/", "^", " ", ","])}(${after})`;
  }
}

/** One of the known worst cut short and broken somewhere, or a piece or two many times over. */
function adversarial(rng: Rng, worst: readonly string[]): string {
  if (rng.int(0, 1) === 0) return mutate(rng, pick(rng, worst).slice(0, rng.int(1, 9000)));
  const unit = pick(rng, pieces) + (rng.int(0, 1) === 0 ? pick(rng, pieces) : "");
  return pick(rng, ["", "1", "[", "("]) + unit.repeat(Math.ceil(pick(rng, [60, 450, 520, 7900, 9000]) / unit.length));
}
