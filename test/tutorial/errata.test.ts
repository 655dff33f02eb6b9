/** Every number that the errata call true, computed by the math core and by mpmath (40 digits; typed from its output). */
import { describe, expect, it } from "vitest";
import { sigmoid, sigmoidDerivative } from "#lib/math/activations.ts";
import { gradient } from "#lib/math/autodiff.ts";
import { log } from "#lib/math/logs.ts";
import { frobeniusNorm, matvec, scaled } from "#lib/math/matrix.ts";
import { bayes } from "#lib/math/probability.ts";
import { covariance, variance } from "#lib/math/statistics.ts";
import { add, dot, mean, norm, sum, type Vector } from "#lib/math/vector.ts";
import { type ErratumId, errata } from "#lib/tutorial/errata.ts";
import { sectionIds } from "./contents.ts";

const X = [
  [1, 2],
  [2, 4],
  [3, 5],
];
const upper = (m: readonly Vector[]): number[] => [m[0]?.[0], m[0]?.[1], m[1]?.[1]].map((x) => x ?? Number.NaN);

function layer(): number[] {
  const W = [
    [0.5, 0.3],
    [0.2, 0.8],
    [0.1, 0.4],
  ];
  return add(matvec(W, [2, 3]), [0.1, 0.2, 0.3]);
}

function neuron(): number[] {
  const a = sigmoid(0.5 * 2 + 0.1);
  const [byW = 0, byB = 0] = gradient((w, b) => w.mul(2).add(b).sigmoid().sub(1).pow(2), [0.5, 0.1]);
  return [(a - 1) ** 2, 2 * (a - 1), sigmoidDerivative(1.1), byW, byB, 0.5 - 0.1 * byW, 0.1 - 0.1 * byB];
}

function twoLayers(): number[] {
  const h = [sigmoid(1.2), sigmoid(1.2)];
  const product = dot([0.6, 0.5], h);
  const [, byH = 0] = gradient((h1, h2) => h1.mul(0.6).add(h2.mul(0.5)).add(0.1).sigmoid().sub(1).pow(2), h);
  return [product, product + 0.1, (sigmoid(product + 0.1) - 1) ** 2, byH];
}

function clipped(): number[] {
  const G = [
    [-5.2, 3.1],
    [8.7, -12.4],
  ];
  return [frobeniusNorm(G), ...scaled(5 / frobeniusNorm(G), G).flat()];
}

const incomes = [20000, 25000, 30000, 500000, 1000000];
const skewness = (v: Vector) => mean(v.map((x) => (x - mean(v)) ** 3)) / variance(v, "n") ** 1.5;
const f = (x: number) => x ** 2 - 4 * x + 7;

/** The first power of a tenth that is stored as zero. */
function firstLost(store: (x: number) => number): number {
  const exponents = Array.from({ length: 400 }, (_, i) => i + 1);
  return exponents.find((n) => store(Number.parseFloat(`1e-${n}`)) === 0) ?? Number.NaN;
}

const recomputed: Partial<Record<ErratumId, { math: number[]; mpmath: number[] }>> = {
  similarity: {
    math: [dot([5, 3, 0, 4], [4, 4, 1, 3]) / (norm([5, 3, 0, 4]) * norm([4, 4, 1, 3]))],
    mpmath: [0.960158717038366],
  },
  "layer-bias": { math: layer(), mpmath: [2, 3, 1.7] },
  "covariance-centred": {
    math: [...upper(covariance(X, "n")), ...upper(covariance(X, "n-1"))],
    mpmath: [2 / 3, 1, 14 / 9, 1, 1.5, 7 / 3],
  },
  "practice-minimum": { math: [0.1 * 4, 0.4 - 0.1 * (2 * 0.4 - 4), f(0.72), f(2)], mpmath: [0.4, 0.72, 4.6384, 3] },
  "joint-above-marginal": { math: [0.4 * 0.3], mpmath: [0.12] },
  "left-unanswered": { math: bayes([0.01, 0.99], [0.99, 0.05]).slice(0, 1), mpmath: [1 / 6] },
  "spam-evidence": { math: bayes([0.3, 0.7], [0.4, 0.01]).slice(0, 1), mpmath: [0.94488188976378] },
  underflow: { math: [firstLost((x) => x)], mpmath: [324] },
  skewness: {
    math: [skewness(incomes), skewness(incomes.map((x) => log(x)))],
    mpmath: [0.8662258445574, 0.442587960984719],
  },
  "sigmoid-ten": { math: [sigmoid(10), sigmoid(-10)], mpmath: [0.999954602131298, 4.53978687024344e-5] },
  "sigmoid-slope-five": { math: [sigmoidDerivative(5)], mpmath: [0.00664805667079015] },
  "relu-neuron": { math: [dot([0.5, 1, -0.5], [-2, 1, 3]) + 0.5], mpmath: [-1] },
  "softmax-sum": { math: [sum([2, 1, 0.1].map(Math.exp))], mpmath: [11.2125088454653] },
  "softmax-sum-large": { math: [sum([5, 2, 0.1].map(Math.exp))], mpmath: [156.907386119583] },
  "neuron-rounding": {
    math: neuron(),
    mpmath: [
      0.0623700148573618, -0.499479788809765, 0.187369879547521, -0.187174935731413, -0.0935874678657066,
      0.518717493573141, 0.109358746786571,
    ],
  },
  "two-layer-rounding": {
    math: twoLayers(),
    mpmath: [0.845377261848919, 0.945377261848919, 0.0782966813267991, -0.056388060869864],
  },
  "clipping-norm": {
    math: clipped(),
    mpmath: [16.3125718389223, -1.59386271255911, 0.950187386333315, 2.66665492293543, -3.80074954533326],
  },
};

const withNumbers = errata.filter(({ numbers }) => numbers !== undefined);

describe("the errata", () => {
  it("have an id each, which names nothing else", () => {
    expect(new Set(errata.map(({ id }) => id)).size).toBe(errata.length);
  });

  it("point at places that the tutorial has", () => {
    for (const { section, example = 1, practice = 1 } of errata) {
      expect(sectionIds).toContain(section);
      expect(example).toBeGreaterThanOrEqual(1);
      expect(example).toBeLessThanOrEqual(41);
      expect(practice).toBeLessThanOrEqual(6);
    }
  });

  it.each(withNumbers)(
    "$id: the true numbers are those of the math core and of mpmath, and no printed one is",
    (erratum) => {
      const found = recomputed[erratum.id];
      expect(found?.math).toHaveLength(erratum.numbers?.length ?? 0);
      for (const [i, [printed, right]] of (erratum.numbers ?? []).entries()) {
        expect(relative(found?.math[i], right)).toBeLessThan(5e-6);
        expect(relative(found?.mpmath[i], right)).toBeLessThan(5e-6);
        expect(relative(found?.math[i], found?.mpmath[i] ?? Number.NaN)).toBeLessThan(1e-12);
        if (printed !== null) expect(relative(printed, right)).toBeGreaterThan(1e-5);
      }
    },
  );

  it("name the power of a tenth that single precision loses", () => {
    expect(firstLost(Math.fround)).toBe(46);
    expect(errata.find(({ id }) => id === "underflow")?.right).toContain("$n = 46$");
  });
});

const relative = (found: number | undefined, right: number) =>
  Math.abs((found ?? Number.NaN) - right) / Math.abs(right);
