import { scale, subtract, type Vector } from "#lib/math/vector.ts";

/** The points that gradient descent visits: the start, then one more for every step. */
export function descend(start: Vector, rate: number, steps: number, gradientAt: (w: Vector) => Vector): Vector[] {
  const visited = [start];
  for (let i = 0; i < steps; i++) {
    const w = visited[i]!;
    visited.push(subtract(w, scale(rate, gradientAt(w))));
  }
  return visited;
}
