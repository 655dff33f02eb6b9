import type { Place } from "./place.ts";

/** The outline of the area between a sampled curve and zero from one x to another. */
export function underneath(points: readonly Place[], from: number, to: number): Place[] {
  const inner = points.filter(({ x }) => x > from && x < to);
  return [{ x: from, y: 0 }, ...heightAt(points, from), ...inner, ...heightAt(points, to), { x: to, y: 0 }];
}

/** The point of the curve over x, on the line between its neighbours; none where the curve does not reach. */
function heightAt(points: readonly Place[], x: number): Place[] {
  for (const [i, b] of points.entries()) {
    const a = points[i - 1];
    if (!a || x < a.x || x > b.x) continue;
    const t = b.x === a.x ? 0 : (x - a.x) / (b.x - a.x);
    return [{ x, y: a.y + t * (b.y - a.y) }];
  }
  return [];
}
