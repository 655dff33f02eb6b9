/** The graph of skills as it is drawn: boxes in layers, topic below topic, and lines between them. */
import { linkHorizontal } from "d3-shape";
import { type Layers, layers, type Placed } from "./layers.ts";

const row = 61;
const box = { width: 104, height: 50 };
const head = 38;

export const drawing = { width: 1152, box } as const;

interface Node {
  id: string;
  topic: string;
  needs: readonly { id: string }[];
}

interface Corner {
  left: number;
  top: number;
}

interface SkillLayout<N> {
  height: number;
  boxes: (Corner & { node: N })[];
  /** Where the name of a topic stands. */
  heads: { topic: string; top: number }[];
  lines: { from: N; to: N; d: string }[];
}

/** Places skills from left to right, each to the right of all it rests on. */
export function layOut<N extends Node>(nodes: readonly N[]): SkillLayout<N> {
  const { placed, bands, columns } = layers(nodes);
  const step = (drawing.width - box.width) / Math.max(1, columns - 1);
  const boxes = placed.map((one) => ({ node: one.node, ...cornerOf(one, bands, step) }));
  const lines = boxes.flatMap((to) =>
    to.node.needs.flatMap(({ id }) => {
      const from = boxes.find(({ node }) => node.id === id);
      return from ? [{ from: from.node, to: to.node, d: line(from, to, step - box.width) }] : [];
    }),
  );
  return {
    height: bands.reduce((sum, { rows }) => sum + rows * row + head, 0),
    boxes,
    heads: bands.map(({ topic, firstRow }, i) => ({ topic, top: firstRow * row + i * head })),
    lines,
  };
}

function cornerOf<N extends Node>(
  { node, column, row: y }: Placed<N>,
  bands: Layers<N>["bands"],
  step: number,
): Corner {
  const band = bands.findIndex(({ topic }) => topic === node.topic);
  return { left: Math.round(column * step), top: y * row + (band + 1) * head };
}

const link = linkHorizontal();

/** From the right side of one box over into the row of the other, and along it to its left side. */
function line(from: Corner, to: Corner, gap: number): string {
  const [x1, y1, x2, y2] = [from.left + box.width, from.top + box.height / 2, to.left, to.top + box.height / 2];
  const turn = Math.min(x2, Math.round(x1 + gap));
  return `${link({ source: [x1, y1], target: [turn, y2] })}H${x2}`;
}
