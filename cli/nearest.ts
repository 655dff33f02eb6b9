/** The names nearest to a misspelt one: those that are it but for the topic, hold it, or take the fewest edits. */
export function nearest(name: string, among: readonly string[], count = 3): string[] {
  const far = (other: string) =>
    parts(other).includes(name)
      ? -1
      : other.includes(name)
        ? 0
        : Math.min(...parts(other).map((part) => edits(name, part)));
  return among
    .map((other) => ({ other, far: far(other) }))
    .sort((a, b) => a.far - b.far)
    .slice(0, count)
    .map(({ other }) => other);
}

/** A name may be meant by its last part alone: "neuron" for "backpropagation/neuron". */
const parts = (name: string) => [name, name.split("/").at(-1) ?? name];

/** Levenshtein's distance: insertions, deletions and replacements of single letters. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
