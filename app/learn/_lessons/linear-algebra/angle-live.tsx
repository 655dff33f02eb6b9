"use client";

import { useState } from "react";
import { Live } from "#app/learn/_components/live/live.tsx";
import { Slider } from "#app/learn/_components/live/slider.tsx";
import { Plane } from "#components/figure/plane.tsx";
import { dot, norm } from "#lib/math/vector.ts";

const u = [4, 0] as const;
const zero = { x: 0, y: 0 };

/** Turn and stretch v: the dot product follows both, the cosine only the angle. */
export function AngleLive() {
  const [degrees, setDegrees] = useState(50);
  const [length, setLength] = useState(3);
  const angle = (degrees * Math.PI) / 180;
  const v = [length * Math.cos(angle), length * Math.sin(angle)];
  const product = dot(u, v);
  const cosine = product / (norm(u) * norm(v));
  const [x = 0, y = 0] = v;
  const says = `At ${degrees}° and length ${length}, u · v = ${fixed(product)} and the cosine is ${fixed(cosine)}.`;
  return (
    <Live
      title="angle and length"
      says={says}
      figure={
        <Plane
          alt={`u points to the right with length 4; v stands at ${degrees} degrees to it, with length ${length}.`}
          xLabel="x₁"
          yLabel="x₂"
          arrows={[
            { from: zero, to: { x: u[0], y: u[1] }, label: "u", tone: "plain" },
            { from: zero, to: { x, y }, label: "v", tone: "result" },
          ]}
          points={[]}
          around={[
            { x: -4, y: 0 },
            { x: 0, y: 4 },
          ]}
          lines={[{ from: { x, y }, to: { x, y: 0 }, label: "", dashed: true }]}
        />
      }
    >
      <Slider
        label="Angle of v"
        min={0}
        max={180}
        step={5}
        value={degrees}
        shown={`${degrees}°`}
        onChange={setDegrees}
      />
      <Slider label="Length of v" min={1} max={4} step={0.5} value={length} shown={`${length}`} onChange={setLength} />
    </Live>
  );
}

const fixed = (x: number) => (Math.abs(x) < 0.005 ? "0.00" : x.toFixed(2)).replace("-", "−");
