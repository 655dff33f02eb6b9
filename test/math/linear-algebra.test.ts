import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  determinant,
  frobeniusNorm,
  hadamard,
  identity,
  type Matrix,
  matvec,
  minus,
  plus,
  product,
  scaled,
  shapeOf,
  trace,
  transpose,
} from "#lib/math/matrix.ts";
import { inverse, leastSquares, solve } from "#lib/math/solve.ts";
import * as vectors from "#lib/math/vector.ts";
import golden from "../golden/math/linear_algebra.json";
import { agreesWithOracle, table } from "./golden.ts";

agreesWithOracle("vector.ts", {
  sum: table(golden.sum, ({ terms }) => vectors.sum(terms), 1),
  mean: table(golden.mean, ({ v }) => vectors.mean(v), 2),
  dot: table(golden.dot, ({ u, v }) => vectors.dot(u, v), 1),
  norm: table(golden.norm, ({ v }) => vectors.norm(v), 1),
  normalize: table(golden.normalize, ({ v }) => vectors.normalize(v), 2),
});

agreesWithOracle("matrix.ts", {
  product: table(golden.product, ({ a, b }) => product(a, b), 1),
  matvec: table(golden.matvec, ({ a, v }) => matvec(a, v), 1),
  trace: table(golden.trace, ({ a }) => trace(a), 1),
  frobeniusNorm: table(golden.frobeniusNorm, ({ a }) => frobeniusNorm(a), 1),
  determinant: table(golden.determinant, ({ a }) => determinant(a), 1),
});

agreesWithOracle("solve.ts", {
  solve: table(golden.solve, ({ a, b }) => solve(a, b), 1),
  inverse: table(golden.inverse, ({ a }) => inverse(a), 1),
  leastSquares: table(golden.leastSquares, ({ a, b }) => leastSquares(a, b), 128),
});

const small = fc.integer({ min: -9, max: 9 });
const matrix = (m: number, n: number, entry = small) =>
  fc.array(fc.array(entry, { minLength: n, maxLength: n }), { minLength: m, maxLength: m });
const size = fc.integer({ min: 1, max: 4 });
const square = size.chain((n) => matrix(n, n));
const squares = size.chain((n) => fc.tuple(matrix(n, n), matrix(n, n)));
const chains = fc.tuple(size, size, size).chain(([m, n, p]) => fc.tuple(matrix(m, n), matrix(n, p), matrix(n, p)));

describe("vectors", () => {
  test.each([
    ["adds entrywise", vectors.add([1, 2], [3, -5]), [4, -3]],
    ["subtracts entrywise", vectors.subtract([1, 2], [3, -5]), [-2, 7]],
    ["scales", vectors.scale(-2, [1, -3]), [-2, 6]],
    ["scales by 0 to 0, not -0", vectors.scale(0, [-1, 1]), [0, 0]],
    ["multiplies entrywise, without -0", vectors.hadamard([2, 0], [3, -1]), [6, 0]],
    [
      "makes an outer product, without -0",
      vectors.outer([1, 0], [2, -3]),
      [
        [2, -3],
        [0, 0],
      ],
    ],
    ["finds the sum of nothing", vectors.sum([]), 0],
    ["finds a sum that overflows", vectors.sum([1e308, 1e308]), Number.POSITIVE_INFINITY],
    ["finds a dot product whose error terms would overflow", vectors.dot([2 ** 1000], [8]), 2 ** 1003],
    ["finds the zero vector's norm", vectors.norm([0, 0]), 0],
    ["finds no direction of the zero vector", vectors.normalize([0]), [Number.NaN]],
    ["finds the place of the largest", vectors.argmax([1, 7, 3]), 1],
    ["finds the first of equals", vectors.argmax([-0, 7, 7, 0]), 1],
    ["finds the largest of negative numbers", vectors.argmax([-3, -1, -2]), 1],
    ["does not hide a NaN", vectors.argmax([1, Number.NaN, 2]), 1],
    ["makes a one-hot vector", vectors.oneHot(2, 4), [0, 0, 1, 0]],
    ["finds the mean of nothing to be NaN", vectors.mean([]), Number.NaN],
  ])("%s", (_, got, expected) => expect(got).toEqual(expected));

  test.each([
    ["add", () => vectors.add([1], [1, 2])],
    ["subtract", () => vectors.subtract([1, 2], [1])],
    ["hadamard", () => vectors.hadamard([1], [1, 2])],
    ["dot", () => vectors.dot([1], [1, 2])],
    ["argmax", () => vectors.argmax([])],
    ["oneHot", () => vectors.oneHot(3, 3)],
    ["oneHot", () => vectors.oneHot(-1, 3)],
    ["oneHot", () => vectors.oneHot(0.5, 3)],
  ])("%s refuses arguments that do not fit", (_, call) => expect(call).toThrow(RangeError));

  test("a norm is 0 only at 0, scales with its vector, and obeys the triangle inequality", () => {
    const entry = fc.integer({ min: -1e6, max: 1e6 }).map((k) => k / 997);
    const v = fc.array(entry, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(v, v, fc.integer({ min: -900, max: 900 }), (a, b, k) => {
        expect(vectors.norm(a) > 0).toBe(a.some((x) => x !== 0));
        expect(vectors.norm(a.map((x) => -4 * x))).toBe(4 * vectors.norm(a));
        expect(vectors.norm(vectors.add(a, b))).toBeLessThanOrEqual((vectors.norm(a) + vectors.norm(b)) * (1 + 1e-15));
        expect(vectors.norm(a.map((x) => x * 2 ** k)) / 2 ** k).toBe(vectors.norm(a)); // whatever the size
      }),
    );
  });
});

describe("matrices", () => {
  const a = [
    [1, 2, 3],
    [4, 5, 6],
  ];
  test.each([
    ["tells a shape", shapeOf(a), [2, 3]],
    ["tells the shape of no rows", shapeOf([]), [0, 0]],
    [
      "transposes",
      transpose(a),
      [
        [1, 4],
        [2, 5],
        [3, 6],
      ],
    ],
    [
      "adds",
      plus(a, a),
      [
        [2, 4, 6],
        [8, 10, 12],
      ],
    ],
    [
      "subtracts",
      minus(a, a),
      [
        [0, 0, 0],
        [0, 0, 0],
      ],
    ],
    ["scales, without -0", scaled(0, [[-1, 2]]), [[0, 0]]],
    [
      "multiplies entrywise",
      hadamard(a, a),
      [
        [1, 4, 9],
        [16, 25, 36],
      ],
    ],
    [
      "makes an identity",
      identity(2),
      [
        [1, 0],
        [0, 1],
      ],
    ],
    [
      "multiplies in order",
      product(
        [
          [1, 2],
          [3, 4],
        ],
        [
          [0, 1],
          [1, 0],
        ],
      ),
      [
        [2, 1],
        [4, 3],
      ],
    ],
    ["multiplies a vector", matvec(a, [1, 0, -1]), [-2, -2]],
    [
      "finds a determinant of integers exactly",
      determinant([
        [1, 2],
        [3, 4],
      ]),
      -2,
    ],
    [
      "finds a determinant that needs a row exchange",
      determinant([
        [0, 2, 1],
        [3, 0, 0],
        [0, 5, 4],
      ]),
      -9,
    ],
    [
      "finds that dependent rows have determinant 0",
      determinant([
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 9],
      ]),
      0,
    ],
    ["finds the determinant of no rows to be 1", determinant([]), 1],
  ])("%s", (_, got, expected) => expect(got).toEqual(expected));

  test.each([
    ["shapeOf", () => shapeOf([[1, 2], [3]])],
    ["transpose", () => transpose([[1], [2, 3]])],
    ["product", () => product(a, a)],
    ["matvec", () => matvec(a, [1, 2])],
    ["plus", () => plus(a, transpose(a))],
    ["minus", () => minus(a, transpose(a))],
    ["hadamard", () => hadamard(a, transpose(a))],
    ["trace", () => trace(a)],
    ["determinant", () => determinant(a)],
    ["identity", () => identity(2.5)],
  ])("%s refuses arguments that do not fit", (_, call) => expect(call).toThrow(RangeError));

  // Entries are small integers, for which every law holds exactly.
  test("(AB)ᵀ = BᵀAᵀ, A(B + C) = AB + AC, and IA = A = AI", () => {
    fc.assert(
      fc.property(chains, ([m, b, c]) => {
        expect(transpose(product(m, b))).toEqual(product(transpose(b), transpose(m)));
        expect(product(m, plus(b, c))).toEqual(plus(product(m, b), product(m, c)));
        expect(product(identity(m.length), m)).toEqual(m);
        expect(product(m, identity(b.length))).toEqual(m);
      }),
    );
  });

  test("a column of AB is A times that column of B", () => {
    fc.assert(
      fc.property(chains, ([m, b]) => {
        expect(transpose(product(m, b))).toEqual(transpose(b).map((v) => matvec(m, v)));
      }),
    );
  });

  test("det AB = det A · det B, det Aᵀ = det A, and tr AB = tr BA", () => {
    fc.assert(
      fc.property(squares, ([m, b]) => {
        expect(determinant(product(m, b)) + 0).toBe(determinant(m) * determinant(b) + 0);
        expect(determinant(transpose(m))).toBe(determinant(m));
        expect(trace(product(m, b))).toBe(trace(product(b, m)));
      }),
    );
  });

  test("‖A‖² = tr AᵀA", () => {
    fc.assert(
      fc.property(square, (m) => {
        expect(frobeniusNorm(m) ** 2).toBeCloseTo(trace(product(transpose(m), m)), 10);
      }),
    );
  });
});

describe("linear systems", () => {
  test.each([
    [
      "solves with a row exchange",
      solve(
        [
          [0, 2],
          [1, 1],
        ],
        [4, 3],
      ),
      [1, 2],
    ],
    [
      "inverts integers exactly",
      inverse([
        [1, 2],
        [3, 4],
      ]),
      [
        [-2, 1],
        [1.5, -0.5],
      ],
    ],
    [
      "inverts without -0",
      inverse([
        [-1, 0],
        [0, -1],
      ]),
      [
        [-1, 0],
        [0, -1],
      ],
    ],
    [
      "finds dependent rows singular",
      solve(
        [
          [1, 2],
          [2, 4],
        ],
        [1, 2],
      ),
      "singular",
    ],
    [
      "finds rounded dependent rows singular",
      inverse([
        [0.1, 0.2],
        [0.3, 0.6],
      ]),
      "singular",
    ],
    [
      "finds 1 … 9 singular",
      inverse([
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 9],
      ]),
      "singular",
    ],
    ["finds zeros singular", inverse([[0]]), "singular"],
    [
      "finds a zero column singular",
      inverse([
        [1, 0],
        [2, 0],
      ]),
      "singular",
    ],
    ["finds NaN singular", inverse([[Number.NaN]]), "singular"],
    ["does not mistake the smallest numbers for singular", solve([[2 ** -1074]], [2 ** -1073]), [2]],
    [
      "does not mistake small for singular",
      inverse([
        [1e-200, 0],
        [0, 1e-180],
      ]),
      [
        [1e200, 0],
        [0, 1e180],
      ],
    ],
    [
      "does not mistake unlike units for singular",
      solve(
        [
          [1e-20, 0],
          [0, 1],
        ],
        [1e-20, 1],
      ),
      [1, 1],
    ],
    [
      "does not mistake nearly parallel for singular",
      solve(
        [
          [1, 1],
          [1, 1 + 2 ** -40],
        ],
        [1, 1],
      ),
      [1, 0],
    ],
    [
      "still solves at twice the documented distance",
      solve(
        [
          [1, 1],
          [1, 1 + 2 ** -46],
        ],
        [1, 1],
      ),
      [1, 0],
    ],
    [
      "finds singular at half of it",
      solve(
        [
          [1, 1],
          [1, 1 + 2 ** -48],
        ],
        [1, 1],
      ),
      "singular",
    ],
    [
      "fits a line through two points",
      leastSquares(
        [
          [1, 0],
          [1, 2],
        ],
        [1, 5],
      ),
      [1, 2],
    ],
    [
      "finds dependent columns",
      leastSquares(
        [
          [1, 2],
          [2, 4],
          [3, 6],
        ],
        [1, 2, 3],
      ),
      "rank-deficient",
    ],
    [
      "finds rounded dependent columns",
      leastSquares(
        [
          [0.1, 0.3],
          [0.2, 0.6],
          [0.7, 2.1],
        ],
        [1, 2, 3],
      ),
      "rank-deficient",
    ],
    [
      "finds a zero column dependent",
      leastSquares(
        [
          [1, 0],
          [2, 0],
        ],
        [1, 2],
      ),
      "rank-deficient",
    ],
    ["finds fewer rows than columns dependent", leastSquares([[1, 2]], [1]), "rank-deficient"],
  ])("%s", (_, got, expected) => expect(got).toEqual(expected));

  test.each([
    ["solve", () => solve([[1, 2]], [1])],
    ["solve", () => solve([[1]], [1, 2])],
    ["inverse", () => inverse([[1, 2]])],
    ["leastSquares", () => leastSquares([[1]], [1, 2])],
  ])("%s refuses arguments that do not fit", (_, call) => expect(call).toThrow(RangeError));

  /** ‖b − Ax‖ over ‖A‖‖x‖ + ‖b‖: how far the problem would have to move for x to be its exact solution. */
  const backwardError = (m: Matrix, x: number[], b: number[]) =>
    vectors.norm(vectors.subtract(matvec(m, x), b)) / (frobeniusNorm(m) * vectors.norm(x) + vectors.norm(b) || 1);

  test("an integer matrix is singular exactly where its determinant is 0; otherwise Ax = b, and A⁻¹A = I", () => {
    fc.assert(
      fc.property(square, fc.array(small, { minLength: 4, maxLength: 4 }), (m, rightSide) => {
        const b = rightSide.slice(0, m.length);
        const [x, inverted] = [solve(m, b), inverse(m)];
        expect([x === "singular", inverted === "singular"]).toEqual(Array(2).fill(determinant(m) === 0));
        if (x === "singular" || inverted === "singular") return;
        expect(backwardError(m, x, b)).toBeLessThan(2 ** -52);
        expect(frobeniusNorm(minus(product(inverted, m), identity(m.length)))).toBeLessThan(1e-12);
      }),
      { numRuns: 500 },
    );
  });

  test("a combination of rounded decimal rows is singular, in any units", () => {
    const decimal = fc.integer({ min: -999, max: 999 }).filter((k) => k !== 0);
    const scales = fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(matrix(2, 3, decimal), decimal, decimal, scales, (rows, s, t, units) => {
        const [u = [], v = []] = rows;
        const combination = u.map((ui, j) => (ui * s + (v[j] ?? 0) * t) / 10000); // integers, rounded once
        const decimals = [u.map((k) => k / 100), v.map((k) => k / 100), combination];
        expect(inverse(decimals.map((row, i) => vectors.scale(10 ** (units[i] ?? 0), row)))).toBe("singular");
        expect(inverse(transpose(decimals))).toBe("singular");
      }),
      { numRuns: 500 },
    );
  });

  test("a combination of rounded decimal columns is dependent, in any units", () => {
    const decimal = fc.integer({ min: -999, max: 999 }).filter((k) => k !== 0);
    const unit = fc.integer({ min: -30, max: 30 });
    fc.assert(
      fc.property(matrix(2, 5, decimal), decimal, decimal, unit, (columns, s, t, exponent) => {
        const [u = [], v = []] = columns;
        const combination = u.map((ui, j) => (ui * s + (v[j] ?? 0) * t) / 10000);
        const inUnits = vectors.scale(10 ** exponent, combination);
        const a = transpose([u.map((k) => k / 100), v.map((k) => k / 100), inUnits]);
        expect(leastSquares(a, [1, 2, 3, 4, 5])).toBe("rank-deficient");
      }),
      { numRuns: 500 },
    );
  });

  test("the residual of least squares is orthogonal to every column", () => {
    const entry = fc.double({ min: -5, max: 5, noNaN: true });
    fc.assert(
      fc.property(matrix(5, 2, small), fc.array(entry, { minLength: 5, maxLength: 5 }), (m, b) => {
        const theta = leastSquares(m, b);
        const gram = determinant(product(transpose(m), m));
        expect(theta === "rank-deficient").toBe(gram === 0);
        if (theta === "rank-deficient") return;
        const residual = vectors.subtract(matvec(m, theta), b);
        for (const column of transpose(m)) expect(Math.abs(vectors.dot(column, residual))).toBeLessThan(1e-12);
      }),
    );
  });
});
