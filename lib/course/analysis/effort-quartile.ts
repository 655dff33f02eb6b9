/** Students by the effort of the variant they got. */

/**
 * The quarter, 0 to 3, that each effort falls in: by its mid-rank $u = \frac{\#\text{below} + \frac12 \#\text{equal}}{n}$,
 * cut at ¼, ½ and ¾. Equal efforts fall together, so quarters may be of different sizes or empty; two efforts that half
 * of the students have each fall in the first and the last.
 */
export function effortQuartiles(efforts: readonly number[]): number[] {
  const sorted = Float64Array.from(efforts).sort();
  const quarters = new Map<number, number>();
  for (let below = 0; below < sorted.length; ) {
    const effort = sorted[below]!;
    let end = below;
    while (sorted[end] === effort) end++;
    quarters.set(effort, quarterOf((below + end) / (2 * sorted.length)));
    below = end;
  }
  return efforts.map((effort) => quarters.get(effort) ?? 0);
}

/** A middle rank on a boundary falls outwards, so that the two ends are treated alike. */
const quarterOf = (rank: number): number => (rank <= 0.25 ? 0 : rank >= 0.75 ? 3 : rank <= 0.5 ? 1 : 2);
