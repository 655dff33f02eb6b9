/**
 * Inputs of the grading bench, with what is right by construction: one side was made from the other by an identity, or
 * differs from it by one changed coefficient, sign, exponent or function.
 */

/** Two formulas, whether they are equal wherever both are defined, and the variables' domain where it is not all reals. */
export interface Pair {
  s: string;
  t: string;
  equal: boolean;
  domain?: Readonly<Record<string, readonly [number | null, number | null]>>;
}

const equal = (...pairs: (readonly [string, string])[]): Pair[] => pairs.map(([s, t]) => ({ s, t, equal: true }));
const different = (...pairs: (readonly [string, string])[]): Pair[] => pairs.map(([s, t]) => ({ s, t, equal: false }));
const positive = { x: [0, null], y: [0, null] } as const;
const onPositive = (pairs: readonly Pair[]): Pair[] => pairs.map((pair) => ({ ...pair, domain: positive }));

export const formulaPairs: readonly Pair[] = [
  // Polynomials
  ...equal(
    ["(x+1)^2", "x^2+2*x+1"],
    ["(x-3)*(x+4)", "x^2+x-12"],
    ["2*x*(x+y)", "2*x^2+2*x*y"],
    ["(x+y)^3", "x^3+3*x^2*y+3*x*y^2+y^3"],
    ["x^4-1", "(x-1)*(x+1)*(x^2+1)"],
    ["(2*x-y)^2", "4*x^2-4*x*y+y^2"],
    ["6*x^2+4*x", "2*x*(3*x+2)"],
    ["0.5*x+0.25", "x/2+1/4"],
    ["1.44*x^2", "(1.2*x)^2"],
    ["x^5-x^5+y", "y"],
    ["-(x-y)", "y-x"],
    ["3*(x-2)^2+5", "3*x^2-12*x+17"],
  ),
  ...different(
    ["(x+1)^2", "x^2+1"],
    ["(x-3)*(x+4)", "x^2-x-12"],
    ["x^3", "x^2"],
    ["2*x+3*y", "3*x+2*y"],
    ["0.99999999*x", "x"],
    ["1.0000001*x^2+1", "x^2+1"],
    ["x^4+1", "(x^2+1)^2"],
    ["-x^2", "(-x)^2"],
    ["3*x^2-12*x+17", "3*x^2-12*x+17.0001"],
  ),
  // Rational functions
  ...equal(
    ["1/x+1/y", "(x+y)/(x*y)"],
    ["(x^2-1)/(x-1)", "x+1"],
    ["x/(x+1)", "1-1/(x+1)"],
    ["1/(x-1)-1/(x+1)", "2/(x^2-1)"],
    ["(x/y)/(y/x)", "x^2/y^2"],
    ["x^(-2)", "1/x^2"],
    ["(3*x+3*y)/6", "(x+y)/2"],
  ),
  ...different(
    ["1/(x+y)", "1/x+1/y"],
    ["x/(x+1)", "1+1/(x+1)"],
    ["(x+2)/(y+2)", "x/y"],
    ["1/x^2", "1/x^3"],
    ["2/(x^2-1)", "2/(x^2+1)"],
  ),
  // Trigonometry
  ...equal(
    ["(sin(x))^2+(cos(x))^2", "1"],
    ["sin(2*x)", "2*sin(x)*cos(x)"],
    ["cos(2*x)", "1-2*(sin(x))^2"],
    ["tan(x)", "sin(x)/cos(x)"],
    ["sin(x+y)", "sin(x)*cos(y)+cos(x)*sin(y)"],
    ["cos(x-pi/2)", "sin(x)"],
    ["1+(tan(x))^2", "1/(cos(x))^2"],
    ["sin(-x)", "-sin(x)"],
  ),
  ...different(
    ["sin(2*x)", "2*sin(x)"],
    ["cos(x+y)", "cos(x)+cos(y)"],
    ["(sin(x))^2", "sin(x^2)"],
    ["cos(2*x)", "2*(sin(x))^2-1"],
    ["sin(x)", "cos(x)"],
  ),
  // Exponentials and roots
  ...equal(
    ["e^(x+y)", "e^x*e^y"],
    ["(e^x)^2", "e^(2*x)"],
    ["1/(1+e^(-x))", "e^x/(1+e^x)"],
    ["e^(-x)/(1+e^(-x))^2", "(1/(1+e^(-x)))*(1-1/(1+e^(-x)))"],
    ["2^(x+1)", "2*2^x"],
    ["sqrt(x^2)", "abs(x)"],
    ["sqrt(8)*x", "2*sqrt(2)*x"],
    ["x*e^x+e^x", "(x+1)*e^x"],
  ),
  ...different(
    ["e^(x*y)", "e^x*e^y"],
    ["e^(x^2)", "e^(2*x)"],
    ["1/(1+e^x)", "1/(1+e^(-x))"],
    ["sqrt(x^2+y^2)", "x+y"],
    ["sqrt(x^2)", "x"],
    ["e^(x+0.000001)", "e^x"],
  ),
  // Logarithms, where a domain decides
  ...onPositive([
    ...equal(
      ["ln(x*y)", "ln(x)+ln(y)"],
      ["ln(x^2)", "2*ln(x)"],
      ["ln(x/y)", "ln(x)-ln(y)"],
      ["ln(e^x)", "x"],
      ["e^(2*ln(x))", "x^2"],
      ["-ln(1/x)", "ln(x)"],
    ),
    ...different(
      ["ln(x+y)", "ln(x)+ln(y)"],
      ["ln(x)^2", "2*ln(x)"],
      ["ln(2*x)", "2*ln(x)"],
      ["ln(x)/ln(y)", "ln(x/y)"],
      ["x*ln(x)-x", "x*ln(x)+x"],
    ),
  ]),
];

/** A number as it is typed, the reference, and whether it is right within 0.0005. */
export interface TypedNumber {
  typed: string;
  reference: number;
  right: boolean;
}

const numbers = (reference: number, right: boolean, ...typed: string[]): TypedNumber[] =>
  typed.map((text) => ({ typed: text, reference, right }));

/** Largest distance that is right, for both graders. */
export const allowed = 0.0005;

/** Notations that both graders read. */
export const typedNumbers: readonly TypedNumber[] = [
  ...numbers(120 / 127, true, "0.945", "0.9449", "0.94488", "120/127", "0.9450", ".945", " 0.945 ", "94.5%"),
  ...numbers(120 / 127, false, "0.944", "0.95", "0.94", "-0.945", "127/120", "1", "0", "945", "0.9454"),
  ...numbers(-4, true, "-4", "-4.0", "-8/2", "−4", "-4.0003"),
  ...numbers(-4, false, "4", "-3", "-0.25", "-4.1", "0.25"),
  ...numbers(0, true, "0", "0.0", "0.0001", "-0.0004", "0/5"),
  ...numbers(0, false, "1", "0.001", "-0.01"),
  ...numbers(1234.5, true, "1234.5", "1234.50", "2469/2", "1234.5004"),
  ...numbers(1234.5, false, "1234", "1235", "12345", "123.45"),
];
