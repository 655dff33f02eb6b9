import {
  add,
  crossEntropy,
  gradientOfMatrix,
  gradientOfVector,
  matrixVariable,
  matvec,
  softmax,
  vectorVariable,
} from "#lib/math/autodiff-matrix.ts";
import { type Matrix, minus, scaled } from "#lib/math/matrix.ts";
import { scale, subtract, type Vector } from "#lib/math/vector.ts";

interface Network {
  W1: Matrix;
  b1: Vector;
  W2: Matrix;
  b2: Vector;
}

/** Three hidden ReLUs, one of which is silent, and two classes. */
export const initial: Network = {
  W1: [
    [0.5, -0.5],
    [1, 0.5],
    [-1, 0.5],
  ],
  b1: [0, -0.5, 0.5],
  W2: [
    [0.4, -0.5, 0.3],
    [-0.2, 0.5, 0.8],
  ],
  b2: [0.1, 0],
};

/** A mail with two suspicious words and one link, which is spam. */
export const sample = { x: [2, 1], y: [1, 0] } as const;

/** One pass forward and one back: the values on the way, and the gradients by all that is trained. */
export function passes(network: Network) {
  const [W1, b1] = [matrixVariable(network.W1), vectorVariable(network.b1)];
  const [W2, b2] = [matrixVariable(network.W2), vectorVariable(network.b2)];
  const z1 = add(matvec(W1, sample.x), b1);
  const h = z1.map((z) => z.relu());
  const z2 = add(matvec(W2, h), b2);
  const p = softmax(z2);
  const loss = crossEntropy(sample.y, p);
  loss.backward();
  return {
    values: { z1: dataOf(z1), h: dataOf(h), z2: dataOf(z2), p: dataOf(p), loss: loss.data },
    deltas: { h: gradientOfVector(h), z1: gradientOfVector(z1), z2: gradientOfVector(z2) },
    gradients: {
      W1: gradientOfMatrix(W1),
      b1: gradientOfVector(b1),
      W2: gradientOfMatrix(W2),
      b2: gradientOfVector(b2),
    },
  };
}

const dataOf = (values: readonly { readonly data: number }[]) => values.map(({ data }) => data);

/** A step of gradient descent with everything at once. */
export function stepped(network: Network, rate: number): Network {
  const { gradients } = passes(network);
  return {
    W1: minus(network.W1, scaled(rate, gradients.W1)),
    b1: subtract(network.b1, scale(rate, gradients.b1)),
    W2: minus(network.W2, scaled(rate, gradients.W2)),
    b2: subtract(network.b2, scale(rate, gradients.b2)),
  };
}

/** The loss before the first step, and after each. */
export function losses(rate: number, steps: number): number[] {
  const found: number[] = [];
  let network = initial;
  for (let i = 0; i <= steps; i++) {
    found.push(passes(network).values.loss);
    network = stepped(network, rate);
  }
  return found;
}
