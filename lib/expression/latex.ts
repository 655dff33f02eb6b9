/** A formula in TeX, as a textbook sets it, and always so that it can be read as this tree only. */
import { type Expr, some } from "./expr.ts";
import { functionEntry } from "./functions.ts";
import { juxtaposed, nameTex, numberTex, parenthesised } from "./tex-pieces.ts";
import { tightness } from "./text.ts";

/** Prints an expression as TeX that KaTeX renders in strict mode. */
export const toTex = (expr: Expr): string => printed(expr, { isScript: false, isFollowed: false });

interface Place {
  /** In an exponent or index, where fractions are set with a slash. */
  isScript: boolean;
  /** Whether a factor comes right behind, which ln x would seem to take in. */
  isFollowed: boolean;
}

function printed(expr: Expr, place: Place): string {
  switch (expr.type) {
    case "number":
      return numberTex(expr.text);
    case "constant":
      return expr.name === "pi" ? "\\pi" : "e";
    case "variable":
      return nameTex(expr.name);
    case "negate":
      return `-${isLiteral(expr.of) ? printed(expr.of, place) : atLeast(isFraction(expr.of) ? 2 : 3, expr.of, place)}`;
    case "percent":
      return `${atLeast(isLiteral(expr.of) ? 2 : 3, expr.of, place)}\\%`;
    case "call":
      return callTex(expr.fn, expr.args, place);
    case "binary":
      return binaryTex(expr, place);
  }
}

/** How tightly it holds together in print: a fraction stands alone, but for one with a slash. */
const tightnessIn = (expr: Expr, { isScript }: Place): number => {
  if (expr.type === "negate" || (expr.type === "number" && tightness(expr) === 3)) return 2.5;
  return isFraction(expr) && !isScript ? 5 : tightness(expr);
};

const isLiteral = (expr: Expr): boolean => expr.type === "number" && expr.value >= 0;
const isFraction = (expr: Expr): boolean => expr.type === "binary" && expr.op === "/";

/** In parentheses unless it holds together at least so tightly; what starts with a sign never does behind another. */
const atLeast = (least: number, expr: Expr, place: Place): string =>
  tightnessIn(expr, place) >= least ? printed(expr, place) : inParentheses(expr, place);

const inParentheses = (expr: Expr, { isScript }: Place): string =>
  parenthesised(printed(expr, { isScript, isFollowed: false }));

function binaryTex(expr: Extract<Expr, { type: "binary" }>, place: Place): string {
  const { op, left, right } = expr;
  const open = { ...place, isFollowed: false };
  switch (op) {
    case "+":
    case "-":
      return sumTex(op, left, right, open);
    case "/":
      return place.isScript ? slashTex(left, right, open) : `\\frac{${printed(left, open)}}{${printed(right, open)}}`;
    case "^":
      return powerTex(left, right, place);
    case "*":
      return productTex(left, right, place);
  }
}

/** A number that is negative by itself makes a difference: x − 3, never x + −3. */
function sumTex(op: "+" | "-", left: Expr, right: Expr, place: Place): string {
  const isNegative = right.type === "number" && right.value < 0;
  const sign = isNegative ? (op === "+" ? "-" : "+") : op;
  const term = isNegative
    ? numberTex(right.text.replace(/^-/, ""))
    : atLeast(startsWithSign(right) ? 9 : 2, right, place);
  return `${printed(left, place)} ${sign} ${term}`;
}

/** Whether a sign stands in front: in print, a product starts as its first factor does. */
const startsWithSign = (expr: Expr): boolean =>
  expr.type === "negate" ||
  (expr.type === "number" && expr.value < 0) ||
  (expr.type === "binary" && expr.op === "*" && startsWithSign(expr.left));

/** `x^2/2`, where two lines would be too small to read. */
function slashTex(left: Expr, right: Expr, place: Place): string {
  return `${atLeast(2, left, { ...place, isFollowed: true })}/${atLeast(4, right, place)}`;
}

function productTex(left: Expr, right: Expr, place: Place): string {
  const isBehindSlash = place.isScript && isFraction(left);
  const first = atLeast(isBehindSlash ? 9 : 2, left, { ...place, isFollowed: !isNamedCall(right) });
  const second = atLeast(startsWithSign(right) ? 9 : 3, right, place);
  return needsDot(left, right, place) ? `${first} \\cdot ${second}` : juxtaposed(first, second);
}

/** A call that starts with the name of its function, which ends what stands before it: ln x sin x. */
const isNamedCall = (expr: Expr): boolean => {
  if (expr.type === "binary") return expr.op === "^" && isNamedPower(expr.left, expr.right);
  return expr.type === "call" && !/^(?:sqrt|cbrt|root|abs|exp)$/.test(expr.fn);
};

/** A number behind anything, and a fraction behind a number, need the dot: 2½ would be a sum. */
function needsDot(left: Expr, right: Expr, place: Place): boolean {
  if (startsWithSign(right) || tightnessIn(right, place) < 3) return false;
  if (startsWithDigit(right)) return true;
  return isFraction(right) && !place.isScript && endsWithDigit(left);
}

function startsWithDigit(expr: Expr): boolean {
  if (expr.type === "number") return true;
  return (
    expr.type === "binary" &&
    expr.op === "^" &&
    expr.left.type === "number" &&
    startsWithDigit(expr.left) &&
    !/e/i.test(expr.left.text)
  );
}

const endsWithDigit = (expr: Expr): boolean =>
  expr.type === "number" ||
  (expr.type === "negate" && endsWithDigit(expr.of)) ||
  (expr.type === "binary" && expr.op === "*" && endsWithDigit(expr.right));

const squared = /^a?(?:sin|cos|tan)h?$|^(?:sec|csc|cot)$/;

/** sin² x: a whole exponent from 2 up stands behind the name of a trigonometric or hyperbolic function. */
const isNamedPower = (base: Expr, exponent: Expr): boolean =>
  base.type === "call" &&
  squared.test(base.fn) &&
  exponent.type === "number" &&
  /^(?:[2-9]|[1-9]\d+)$/.test(exponent.text);

function powerTex(base: Expr, exponent: Expr, place: Place): string {
  if (base.type === "call" && isNamedPower(base, exponent)) return namedTex(base.fn, base.args, place, exponent);
  const raised = printed(exponent, { isScript: true, isFollowed: false });
  const isShort = base.type === "variable" && /^\d$/.test(raised);
  return `${standsAsBase(base) ? printed(base, place) : inParentheses(base, place)}^${isShort ? raised : `{${raised}}`}`;
}

/** A fraction, a root, a call or a number with a sign or exponent is no base without parentheses. */
function standsAsBase(base: Expr): boolean {
  if (base.type === "number") return base.value >= 0 && !/e/i.test(base.text);
  if (base.type === "call") return base.fn === "sigmoid" || (base.fn === "abs" && !hasBars(base.args));
  return base.type === "constant" || base.type === "variable";
}

const hasBars = (args: readonly Expr[]): boolean =>
  args.some((arg) => some(arg, (node) => node.type === "call" && node.fn === "abs"));

function callTex(fn: string, args: readonly Expr[], place: Place): string {
  const [first, second] = args;
  const inner = (expr: Expr, isScript = place.isScript) => printed(expr, { isScript, isFollowed: false });
  if (fn === "sqrt" && first) return `\\sqrt{${inner(first)}}`;
  if (fn === "cbrt" && first) return `\\sqrt[3]{${inner(first)}}`;
  if (fn === "root" && first && second) return `\\sqrt[${inner(second, true)}]{${inner(first)}}`;
  if (fn === "exp" && first) return `e^{${inner(first, true)}}`;
  // Bars inside bars could close each other.
  if (fn === "abs" && first && !hasBars(args)) return `\\left|${inner(first)}\\right|`;
  if (fn === "abs") return `\\operatorname{abs}${args.map((arg) => inParentheses(arg, place)).join("")}`;
  return namedTex(fn, args, place);
}

/** A function by its name, without parentheses around a single letter or number where none are needed. */
function namedTex(fn: string, args: readonly Expr[], place: Place, exponent?: Expr): string {
  const [first, base] = args;
  const isLogarithm = fn === "log";
  const name = isLogarithm ? (base ? `\\log_${indexTex(base)}` : "\\ln") : functionEntry(fn).tex;
  const raised = exponent ? `${name}^${bracedDigits(printed(exponent, place))}` : name;
  const shown = isLogarithm ? args.slice(0, 1) : args;
  if (first && shown.length === 1 && isSimple(first) && !takesParentheses.has(fn) && !place.isFollowed)
    return `${raised} ${printed(first, place)}`;
  const list = shown.map((arg) => printed(arg, { isScript: place.isScript, isFollowed: false })).join(", ");
  return `${raised}${parenthesised(list)}`;
}

const takesParentheses = new Set(["sigmoid", "relu", "max", "min"]);

const isSimple = (expr: Expr): boolean =>
  expr.type === "variable" || expr.type === "constant" || (expr.type === "number" && /^[\d.]+$/.test(expr.text));

const bracedDigits = (tex: string): string => (/^\d$/.test(tex) ? tex : `{${tex}}`);
const indexTex = (base: Expr): string => bracedDigits(printed(base, { isScript: true, isFollowed: false }));
