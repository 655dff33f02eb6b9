import { Value } from "#lib/math/autodiff.ts";
import { add, dot, matrixVariable, matvec, vectorVariable } from "#lib/math/autodiff-matrix.ts";
import type { Matrix } from "#lib/math/matrix.ts";
import type { Vector } from "#lib/math/vector.ts";

/** Two inputs, a layer of sigmoids, and one sigmoid on top. */
interface Network {
  x: Vector;
  W1: Matrix;
  b1: Vector;
  /** The only row of the second matrix. */
  w2: Vector;
  b2: number;
  y: number;
}

/** The network of example 37. */
export const given = {
  x: [1, 2],
  W1: [
    [0.5, 0.3],
    [0.2, 0.4],
  ],
  b1: [0.1, 0.2],
  w2: [0.6, 0.5],
  b2: 0.1,
  y: 1,
} as const satisfies Network;

/** Forward and backward: every quantity with its value and the gradient of the loss. */
export function passes(network: Network) {
  const { y } = network;
  const [x, W1, b1, w2] = [
    vectorVariable(network.x),
    matrixVariable(network.W1),
    vectorVariable(network.b1),
    vectorVariable(network.w2),
  ];
  const b2 = new Value(network.b2);
  const z1 = add(matvec(W1, x), b1);
  const h = z1.map((z) => z.sigmoid());
  const product = dot(w2, h);
  const z2 = product.add(b2);
  const output = z2.sigmoid();
  const loss = output.sub(y).pow(2);
  loss.backward();
  return { x, W1, b1, z1, h, w2, b2, product, z2, output, loss };
}

export const dataOf = (values: readonly Value[]): number[] => values.map(({ data }) => data);
