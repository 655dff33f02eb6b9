/** Where the skills stand on the drawing: a band for each topic, and in it every skill to the right of all it rests on. */

interface Node {
  id: string;
  topic: string;
  needs: readonly { id: string }[];
}

export interface Placed<N> {
  node: N;
  /** The column, counted from 0: how many steps it stands above a skill that rests on nothing. */
  column: number;
  /** The row, counted from 0 over all bands. */
  row: number;
}

export interface Layers<N> {
  placed: Placed<N>[];
  bands: { topic: string; firstRow: number; rows: number }[];
  columns: number;
}

/** Lays the graph out in layers; topics in the order of their first skill. */
export function layers<N extends Node>(nodes: readonly N[]): Layers<N> {
  const column = columnsOf(nodes);
  const bands: Layers<N>["bands"] = [];
  const row = new Map<string, number>();
  let firstRow = 0;
  for (const topic of new Set(nodes.map((node) => node.topic))) {
    const rows = placeBand(
      nodes.filter((node) => node.topic === topic),
      column,
      firstRow,
      row,
    );
    bands.push({ topic, firstRow, rows });
    firstRow += rows;
  }
  const placed = nodes.map((node) => ({ node, column: column.get(node.id) ?? 0, row: row.get(node.id) ?? 0 }));
  return { placed, bands, columns: Math.max(...column.values()) + 1 };
}

/** The longest way from a skill that rests on nothing. Throws RangeError where skills rest on each other in a circle. */
function columnsOf(nodes: readonly Node[]): ReadonlyMap<string, number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const found = new Map<string, number>();
  const visit = (id: string, above: readonly string[]): number => {
    const known = found.get(id);
    if (known !== undefined) return known;
    if (above.includes(id)) throw new RangeError(`skills rest on each other: ${[...above, id].join(", ")}`);
    const needs = byId.get(id)?.needs ?? [];
    const column = Math.max(-1, ...needs.map((need) => visit(need.id, [...above, id]))) + 1;
    found.set(id, column);
    return column;
  };
  for (const { id } of nodes) visit(id, []);
  return found;
}

/**
 * Gives the skills of one topic their rows, column by column: each as near as it can to the middle of what it rests on in
 * the same topic, in a row that is free from there on, so that no line runs behind another skill. Returns how many rows the
 * band takes.
 */
function placeBand(
  nodes: readonly Node[],
  column: ReadonlyMap<string, number>,
  firstRow: number,
  row: Map<string, number>,
): number {
  const columnAt = (id: string) => column.get(id) ?? 0;
  const taken = new Set<string>();
  let rows = 0;
  for (const { id, needs } of nodes.toSorted((a, b) => columnAt(a.id) - columnAt(b.id))) {
    const parents = needs.filter((need) => (row.get(need.id) ?? -1) >= firstRow);
    const wished = parents.map((parent) => (row.get(parent.id) ?? 0) - firstRow);
    const wish = wished.length === 0 ? 0 : wished.reduce((sum, at) => sum + at, 0) / wished.length;
    const from = Math.min(columnAt(id), ...parents.map((parent) => columnAt(parent.id) + 1));
    const cells = (at: number) => Array.from({ length: columnAt(id) - from + 1 }, (_, i) => `${from + i} ${at}`);
    const free = nodes.map((_, at) => at).filter((at) => !cells(at).some((cell) => taken.has(cell)));
    const nearest = free.toSorted((a, b) => Math.abs(a - wish) - Math.abs(b - wish) || a - b)[0] ?? rows;
    for (const cell of cells(nearest)) taken.add(cell);
    row.set(id, firstRow + nearest);
    rows = Math.max(rows, nearest + 1);
  }
  return rows;
}
