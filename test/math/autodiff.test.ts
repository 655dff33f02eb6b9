import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gradient, Value } from "#lib/math/autodiff.ts";
import {
  add,
  crossEntropy,
  dot,
  gradientOfMatrix,
  gradientOfVector,
  matrixVariable,
  matvec,
  product,
  softmax,
  squaredError,
  sumOf,
  vectorVariable,
} from "#lib/math/autodiff-matrix.ts";
import golden from "../golden/math/backpropagation.json";
import { type Complex, complex } from "./complex.ts";
import { errorInUlps, type Nested } from "./golden.ts";

const ULPS = 16;

/** Errors in ulp of the largest entry of a gradient: an entry that nearly cancels is no better than its terms. */
function expectClose(got: Nested, expected: Nested, ulps = ULPS) {
  const largest = (x: Nested): number => (typeof x === "number" ? Math.abs(x) : Math.max(0, ...x.map(largest)));
  expect(errorInUlps(got, expected, largest(expected)), `${JSON.stringify({ got, expected })}`).toBeLessThanOrEqual(
    ulps,
  );
}

describe("gradients agree with PyTorch's", () => {
  test.each(golden.neuron)("a sigmoid neuron with squared loss, w = $w", ({ x, y, w, b, loss, gradients }) => {
    const lossOf = (w: Value, b: Value) => w.mul(x).add(b).sigmoid().sub(y).pow(2);
    expectClose(lossOf(new Value(w), new Value(b)).data, loss);
    const [dw = 0, db = 0] = gradient((w = new Value(0), b = new Value(0)) => lossOf(w, b), [w, b]);
    expectClose(dw, gradients.w);
    expectClose(db, gradients.b);
  });

  const activations = {
    twoLayers: { hidden: (z: Value) => z.sigmoid(), output: (z: Value) => z.sigmoid(), loss: squaredError },
    reluLayers: {
      hidden: (z: Value) => z.relu(),
      output: (z: Value) => z.tanh(),
      loss: (a: Value[], y: number[]) => sumOf(a.map((ai, i) => ai.sub(y[i] ?? 0).abs())),
    },
  };
  for (const name of ["twoLayers", "reluLayers"] as const) {
    test.each(golden[name].map((row) => ({ ...row, shape: `${row.x.length}-${row.b1.length}-${row.y.length}` })))(
      `${name} network, $shape`,
      (row) => {
        const { hidden, output, loss } = activations[name];
        const [w1, b1, w2, b2] = [
          matrixVariable(row.w1),
          vectorVariable(row.b1),
          matrixVariable(row.w2),
          vectorVariable(row.b2),
        ];
        const h = add(matvec(w1, row.x), b1).map(hidden);
        const result = loss(add(matvec(w2, h), b2).map(output), row.y);
        result.backward();
        expectClose(result.data, row.loss);
        expectClose(gradientOfMatrix(w1), row.gradients.w1);
        expectClose(gradientOfVector(b1), row.gradients.b1);
        expectClose(gradientOfMatrix(w2), row.gradients.w2);
        expectClose(gradientOfVector(b2), row.gradients.b2);
      },
    );
  }

  test.each(golden.classifier)("softmax and cross-entropy, target $y", ({ x, y, w, b, loss, gradients }) => {
    const [weights, bias] = [matrixVariable(w), vectorVariable(b)];
    const result = crossEntropy(y, softmax(add(matvec(weights, x), bias)));
    result.backward();
    expectClose(result.data, loss);
    expectClose(gradientOfMatrix(weights), gradients.w);
    expectClose(gradientOfVector(bias), gradients.b);
  });

  test.each(golden.batch)("softmax regression on a batch, XW + b", ({ x, y, w, b, loss, gradients }) => {
    const [weights, bias] = [matrixVariable(w), vectorVariable(b)];
    const losses = product(x, weights).map((row, i) => crossEntropy(y[i] ?? [], softmax(add(row, bias))));
    const result = sumOf(losses).div(losses.length);
    result.backward();
    expectClose(result.data, loss);
    expectClose(gradientOfMatrix(weights), gradients.w);
    expectClose(gradientOfVector(bias), gradients.b);
  });
});

describe("every operation agrees with the complex step", () => {
  // f(x + ih) = f(x) + ih f'(x) + O(h²): with h = 1e-100 the derivative is Im f / h, and nothing cancels.
  const H = 1e-100;
  type Operation = readonly [name: string, ours: (x: Value) => Value, theirs: (x: Complex) => Complex, at: number[]];
  const c = complex;
  const everywhere = [-20, -2.5, -1, -0.3, 1e-8, 0.7, 1, 3, 20];
  const positive = everywhere.filter((x) => x > 0);
  const operations: Operation[] = [
    ["add", (x) => x.add(3).add(x), (x) => c.add(c.add(x, c.of(3)), x), everywhere],
    ["sub", (x) => x.sub(3).sub(x.mul(5)), (x) => c.add(c.add(x, c.of(-3)), c.mul(x, c.of(-5))), everywhere],
    ["mul", (x) => x.mul(x).mul(-2), (x) => c.mul(c.mul(x, x), c.of(-2)), everywhere],
    ["div by x", (x) => Value.of(3).div(x), (x) => c.div(c.of(3), x), everywhere],
    ["div of x", (x) => x.div(7), (x) => c.div(x, c.of(7)), everywhere],
    ["pow 3", (x) => x.pow(3), (x) => c.mul(c.mul(x, x), x), everywhere],
    ["pow -1", (x) => x.pow(-1), (x) => c.div(c.of(1), x), everywhere],
    ["pow 0.5", (x) => x.pow(0.5), (x) => c.exp(c.mul(c.of(0.5), c.log(x))), positive],
    ["pow 0", (x) => x.pow(0).mul(x), (x) => x, [0, ...everywhere]],
    ["neg", (x) => x.neg().mul(x), (x) => c.mul(c.mul(x, x), c.of(-1)), everywhere],
    ["exp", (x) => x.exp(), c.exp, everywhere],
    ["log", (x) => x.log(), c.log, positive],
    ["log1p", (x) => x.log1p(), (x) => c.log(c.add(c.of(1), x)), positive.filter((x) => x > 0.1)],
    ["sqrt", (x) => x.sqrt(), (x) => c.exp(c.mul(c.of(0.5), c.log(x))), positive],
    ["tanh", (x) => x.tanh(), c.tanh, everywhere],
    ["sigmoid", (x) => x.sigmoid(), c.sigmoid, everywhere],
    ["relu", (x) => x.relu(), (x) => (x.re > 0 ? x : c.of(0)), everywhere],
    ["abs", (x) => x.abs(), (x) => (x.re > 0 ? x : c.mul(x, c.of(-1))), everywhere],
    ["max with 0.5", (x) => x.max(0.5), (x) => (x.re > 0.5 ? x : c.of(0.5)), everywhere],
    ["max of x² and x", (x) => x.pow(2).max(x), (x) => (x.re < 0 || x.re > 1 ? c.mul(x, x) : x), [-2, 0.5, 3]],
  ];
  test.each(operations)("%s", (_, ours, theirs, at) => {
    for (const x of at) {
      const expected = theirs({ re: x, im: H });
      expectClose(ours(new Value(x)).data, expected.re, 8);
      expectClose(
        gradient((v = new Value(0)) => ours(v), [x]),
        [expected.im / H],
        8,
      );
    }
  });

  test("any composition of them, in two variables", () => {
    type Pair = readonly [ours: Value, theirs: Complex];
    type Step = (p: Pair, q: Pair) => Pair;
    const steps: Step[] = [
      ([a, x], [b, y]) => [a.add(b), c.add(x, y)],
      ([a, x], [b, y]) => [a.mul(b), c.mul(x, y)],
      ([a, x], [b, y]) => [a.sub(b), c.add(x, c.mul(y, c.of(-1)))],
      ([a, x], [b, y]) => [a.div(b.pow(2).add(1)), c.div(x, c.add(c.mul(y, y), c.of(1)))],
      ([a, x]) => [a.tanh(), c.tanh(x)],
      ([a, x]) => [a.sigmoid(), c.sigmoid(x)],
      ([a, x]) => [a.tanh().exp(), c.exp(c.tanh(x))],
    ];
    const program = fc.array(fc.tuple(fc.nat(steps.length - 1), fc.nat(99), fc.nat(99)), {
      minLength: 1,
      maxLength: 9,
    });
    const coordinate = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(program, coordinate, coordinate, (code, u, v) => {
        const run = (variables: readonly Value[], seeds: readonly Complex[]): Pair => {
          const made: Pair[] = variables.map((value, i) => [value, seeds[i] ?? c.of(0)]);
          const pick = (k: number): Pair => made[k % made.length] ?? [new Value(0), c.of(0)];
          for (const [step, p, q] of code) made.push((steps[step] ?? ((x) => x))(pick(p), pick(q)));
          return made.at(-1) ?? pick(0);
        };
        const step = (k: number) => [u, v].map((re, i) => ({ re, im: i === k ? H : 0 }));
        const got = gradient((...variables) => run(variables, step(0))[0], [u, v]);
        const expected = [0, 1].map((k) => run([new Value(u), new Value(v)], step(k))[1].im / H);
        const size = Math.max(1, ...expected.map(Math.abs));
        for (const [i, g] of got.entries()) expect(Math.abs(g - (expected[i] ?? NaN))).toBeLessThan(1e-12 * size);
      }),
    );
  });
});

describe("the graph", () => {
  test("a value used twice collects both paths", () => {
    expect(gradient((x = new Value(0)) => x.mul(x).add(x), [3])).toEqual([7]);
  });

  test("a diamond is walked once each way", () => {
    const x = new Value(2);
    const square = x.mul(x);
    square.mul(square).backward();
    expect(x.grad).toBe(32);
  });

  test("a variable that is not used has gradient 0", () => {
    expect(gradient((x = new Value(0)) => x.mul(2), [1, 5])).toEqual([2, 0]);
  });

  test("a second backward does not add to the first", () => {
    const x = new Value(3);
    const y = x.pow(2);
    y.backward();
    y.backward();
    expect(x.grad).toBe(6);
  });

  test("a function that is its variable has gradient 1", () => {
    expect(gradient((x = new Value(0)) => x, [3])).toEqual([1]);
  });

  test("100,000 operations in a chain do not overflow the stack", () => {
    const long = (x: Value) => {
      let y = x;
      for (let i = 0; i < 100_000; i++) y = y.add(1);
      return y;
    };
    expect(gradient((x = new Value(0)) => long(x), [0])).toEqual([1]);
  });

  test("at a kink: relu and |x| have the partial 0, and equals share max in halves", () => {
    expect(gradient((x = new Value(0)) => x.relu(), [0])).toEqual([0]);
    expect(gradient((x = new Value(0)) => x.abs(), [0])).toEqual([0]);
    expect(gradient((x = new Value(0), y = new Value(0)) => x.max(y), [2, 2])).toEqual([0.5, 0.5]);
  });

  test("saturated activations keep their tiny derivatives", () => {
    expectClose(
      gradient((x = new Value(0)) => x.sigmoid(), [100]),
      [Math.exp(-100)],
      4,
    );
    expectClose(
      gradient((x = new Value(0)) => x.tanh(), [50]),
      [4 * Math.exp(-100)],
      4,
    );
  });

  test("gradient descent on a polynomial reaches its minimum", () => {
    let w = 0;
    for (let step = 0; step < 60; step++)
      w -= 0.2 * (gradient((v = new Value(0)) => v.sub(2).pow(2).add(3), [w])[0] ?? 0);
    expect(w).toBeCloseTo(2, 12);
  });

  test("arrays that do not fit are an error", () => {
    const v = vectorVariable([1, 2]);
    expect(() => add(v, [1])).toThrow(RangeError);
    expect(() => dot(v, [1])).toThrow(RangeError);
    expect(() => matvec([[1, 2, 3]], v)).toThrow(RangeError);
    expect(() => product([[1, 2, 3]], [v])).toThrow(RangeError);
    expect(() => crossEntropy([1], v)).toThrow(RangeError);
    expect(() => squaredError(v, [1])).toThrow(RangeError);
  });

  test("softmax of huge logits does not overflow", () => {
    expect(softmax(vectorVariable([1000, 1000, 0])).map((p) => p.data)).toEqual([0.5, 0.5, 0]);
  });
});
