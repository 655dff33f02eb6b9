"use client";

import { useState } from "react";
import { Live } from "#app/learn/_components/live/live.tsx";
import { Slider } from "#app/learn/_components/live/slider.tsx";
import { Curves } from "#components/figure/curves.tsx";
import { binaryCrossEntropy } from "#lib/math/logs.ts";

const grid = Array.from({ length: 99 }, (_, i) => (i + 1) / 100);
const curve = (y: number) => grid.map((p) => ({ x: p, y: binaryCrossEntropy(y, p) }));
const curves = [
  { label: "truth 1", points: curve(1) },
  { label: "truth 0", points: curve(0) },
];

/** The loss of a predicted probability under either truth. */
export function CrossEntropyLive() {
  const [p, setP] = useState(0.9);
  const [ifOne, ifZero] = [binaryCrossEntropy(1, p), binaryCrossEntropy(0, p)];
  const says = `A prediction of ${p.toFixed(2)} costs ${ifOne.toFixed(3)} if the truth is 1, and ${ifZero.toFixed(3)} if it is 0.`;
  return (
    <Live
      title="what a prediction costs"
      says={says}
      figure={
        <Curves
          alt="The loss against the predicted probability of 1: falling to 0 where the truth is 1, rising from 0 where it is 0."
          xLabel="prediction"
          yLabel="loss"
          curves={curves}
          shaded={[]}
          marks={[
            { x: p, y: ifOne, label: ifOne.toFixed(2) },
            { x: p, y: ifZero, label: ifZero.toFixed(2) },
          ]}
        />
      }
    >
      <Slider
        label="Predicted probability of 1"
        min={0.01}
        max={0.99}
        step={0.01}
        value={p}
        shown={p.toFixed(2)}
        onChange={setP}
      />
    </Live>
  );
}
