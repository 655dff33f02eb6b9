/** Moves places on a line apart to at least `gap`, keeping their order and staying between two ends where there is room. */
export function spread(places: readonly number[], gap: number, low: number, high: number): number[] {
  const order = places.map((_, i) => i).sort((a, b) => places[a]! - places[b]! || a - b);
  const moved = [...places];
  let next = low;
  for (const i of order) {
    moved[i] = Math.max(places[i]!, next);
    next = moved[i] + gap;
  }
  let last = high;
  for (const i of order.toReversed()) {
    moved[i] = Math.min(moved[i]!, last);
    last = moved[i] - gap;
  }
  return moved;
}
