"use client";

import { type ReactNode, useState } from "react";
import { Live } from "#app/learn/_components/live/live.tsx";
import { Slider } from "#app/learn/_components/live/slider.tsx";
import { GraphDrawing } from "#components/figure/graph-drawing.tsx";
import { inText } from "#components/math/values.ts";
import { button } from "#components/ui/button.ts";
import type { Value } from "#lib/math/autodiff.ts";
import { given, passes } from "./two-layer.ts";

const places = {
  w: [0, -1],
  x1: [0, 0],
  x2: [0, 1],
  z11: [1, 0],
  z12: [1, 1],
  v: [2, -1],
  h1: [2, 0],
  h2: [2, 1],
  z2: [3, 0.5],
  y: [4, 0.5],
  L: [5, 0.5],
} as const;

type NodeId = keyof typeof places;

const edges = [
  { from: "w", to: "z11" },
  { from: "x1", to: "z11" },
  { from: "x1", to: "z12" },
  { from: "x2", to: "z11" },
  { from: "x2", to: "z12" },
  { from: "z11", to: "h1" },
  { from: "z12", to: "h2" },
  { from: "v", to: "z2" },
  { from: "h1", to: "z2" },
  { from: "h2", to: "z2" },
  { from: "z2", to: "y" },
  { from: "y", to: "L" },
] as const satisfies readonly { from: NodeId; to: NodeId }[];

const start = { x1: given.x[0], x2: given.x[1], w: given.W1[0][0], v: given.w2[0], target: given.y };
type Moved = Readonly<Record<keyof typeof start, number>>;

/** The network of example 37: move its inputs, two of its weights and the target, and watch both passes follow. */
export function TwoLayerLive({ labels }: { labels: Readonly<Record<NodeId, ReactNode>> }) {
  const [moved, setMoved] = useState<Moved>(start);
  const nodes = valuesOf(moved);
  const { w, v, y, L } = nodes;
  const told = ids.map((id) => `${spoken[id]} ${short(nodes[id].data)}, gradient ${short(nodes[id].grad)}`);
  const slider = (key: keyof Moved, label: string, most: number, step: number) => (
    <Slider
      label={label}
      min={-most}
      max={most}
      step={step}
      value={moved[key]}
      shown={short(moved[key])}
      onChange={(value) => setMoved({ ...moved, [key]: value })}
    />
  );
  return (
    <Live
      title="both passes through two layers"
      says={`Target ${moved.target}, output ${short(y.data)}, loss ${short(L.data)}. ${effect("w", w.grad)} ${effect("v", v.grad)}`}
      figure={
        <figure>
          <GraphDrawing
            alt={`The network of example 37 as a graph, with values and gradients: ${told.join("; ")}.`}
            nodes={ids.map((id) => ({
              id,
              label: labels[id],
              column: places[id][0],
              row: places[id][1],
              value: short(nodes[id].data),
              gradient: short(nodes[id].grad),
            }))}
            edges={edges}
          />
        </figure>
      }
    >
      {slider("x1", "First input x₁", 4, 0.5)}
      {slider("x2", "Second input x₂", 4, 0.5)}
      {slider("w", "Weight w, from x₁ to the first hidden unit", 3, 0.1)}
      {slider("v", "Weight v, from the first hidden unit to the output", 3, 0.1)}
      <div className="flex flex-wrap gap-3">
        <button
          type="button"
          className={button.secondary}
          onClick={() => setMoved({ ...moved, target: 1 - moved.target })}
        >
          Make the target {1 - moved.target}
        </button>
        <button type="button" className={button.quiet} onClick={() => setMoved(start)}>
          Back to the example
        </button>
      </div>
    </Live>
  );
}

const spoken = {
  w: "w",
  x1: "x₁",
  x2: "x₂",
  z11: "first entry of z₁",
  z12: "second entry of z₁",
  v: "v",
  h1: "h₁",
  h2: "h₂",
  z2: "z₂",
  y: "output",
  L: "loss",
} as const satisfies Record<NodeId, string>;

const ids = ["w", "x1", "x2", "z11", "z12", "v", "h1", "h2", "z2", "y", "L"] as const satisfies readonly NodeId[];

/** The nodes of the drawing, each with its value and gradient. */
function valuesOf({ x1, x2, w, v, target }: Moved): Readonly<Record<NodeId, Value>> {
  const [[, w12], second] = given.W1;
  const { x, W1, z1, h, w2, z2, output, loss } = passes({
    ...given,
    x: [x1, x2],
    W1: [[w, w12], second],
    w2: [v, given.w2[1]],
    y: target,
  });
  return {
    w: W1[0]![0]!,
    x1: x[0]!,
    x2: x[1]!,
    z11: z1[0]!,
    z12: z1[1]!,
    v: w2[0]!,
    h1: h[0]!,
    h2: h[1]!,
    z2,
    y: output,
    L: loss,
  };
}

/** Below this a step would not be seen in any digit that is shown. */
const hardly = 5e-4;

function effect(name: string, slope: number): string {
  if (Math.abs(slope) < hardly) return `Moving ${name} hardly changes the loss.`;
  return `Raising ${name} ${slope < 0 ? "lowers" : "raises"} the loss, at the rate ${short(Math.abs(slope))}.`;
}

const short = (x: number) => inText(x, 3);
