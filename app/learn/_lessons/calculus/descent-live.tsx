"use client";

import { useState } from "react";
import { Live } from "#app/learn/_components/live/live.tsx";
import { Slider } from "#app/learn/_components/live/slider.tsx";
import { Contours } from "#components/figure/contours.tsx";
import { button } from "#components/ui/button.ts";
import { descend } from "./descent.ts";

const start = [4, 2] as const;
const most = 20;

/** Descent on w₁² + 4w₂² with a rate to choose, one step at a time. */
export function DescentLive() {
  const [rate, setRate] = useState(0.1);
  const [steps, setSteps] = useState(1);
  const path = descend(start, rate, steps, ([a = 0, b = 0]) => [2 * a, 8 * b]);
  const [w1 = 0, w2 = 0] = path.at(-1) ?? [];
  const loss = w1 ** 2 + 4 * w2 ** 2;
  const says = `After ${steps} ${steps === 1 ? "step" : "steps"} at rate ${rate.toFixed(2)}: (${short(w1)}, ${short(w2)}), loss ${short(loss)}. ${behaviour(rate)}`;
  return (
    <Live
      title="descent with a rate of your choice"
      says={says}
      figure={
        <Contours
          alt={`Level lines of w₁² + 4w₂², and the path of ${steps} steps from (4, 2).`}
          xLabel="w₁"
          yLabel="w₂"
          centre={{ x: 0, y: 0 }}
          a={1}
          b={0}
          c={4}
          path={path.map(([x = 0, y = 0], i) => ({ x, y, label: `${i}` }))}
          arrows={[]}
          around={[
            { x: -2, y: -2 },
            { x: 4, y: 2 },
          ]}
        />
      }
    >
      <Slider
        label="Learning rate"
        min={0.02}
        max={0.28}
        step={0.01}
        value={rate}
        shown={rate.toFixed(2)}
        onChange={setRate}
      />
      <div className="flex flex-wrap gap-3">
        <button
          type="button"
          className={button.secondary}
          disabled={steps === most}
          onClick={() => setSteps(steps + 1)}
        >
          Take a step
        </button>
        <button type="button" className={button.quiet} disabled={steps === 0} onClick={() => setSteps(0)}>
          Back to the start
        </button>
      </div>
    </Live>
  );
}

/** The steeper direction has the second derivative 8, so rates up to 1/8 approach, and from 1/4 on nothing does. */
function behaviour(rate: number): string {
  if (rate > 0.25) return "The rate is too large: every step throws w₂ further out.";
  if (rate === 0.25) return "At this rate w₂ swings to and fro for ever.";
  if (rate > 0.125) return "w₂ overshoots and changes sign at every step, but comes closer.";
  return "Both weights approach the minimum from one side.";
}

const short = (x: number) =>
  (Math.abs(x) >= 1e4 ? x.toExponential(2) : String(Number(x.toPrecision(3)))).replace(/^-/, "−");
