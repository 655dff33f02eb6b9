"use client";

import { useState } from "react";
import { Live } from "#app/learn/_components/live/live.tsx";
import { Slider } from "#app/learn/_components/live/slider.tsx";
import { Bars } from "#components/figure/bars.tsx";
import { button } from "#components/ui/button.ts";
import { softmaxWithTemperature } from "#lib/math/activations.ts";

const classes = ["cat", "dog", "fox"] as const;
const start = { cat: 2, dog: 1, fox: 0.1 } as const;

/** Three logits and a temperature: the bars are the probabilities. */
export function SoftmaxLive() {
  const [logits, setLogits] = useState<Readonly<Record<(typeof classes)[number], number>>>(start);
  const [temperature, setTemperature] = useState(1);
  const probabilities = softmaxWithTemperature(
    classes.map((name) => logits[name]),
    temperature,
  );
  const bars = classes.map((label, i) => ({ label, value: probabilities[i] ?? 0 }));
  const told = bars.map(({ label, value }) => `${label} ${share(value)}`).join(", ");
  return (
    <Live
      title="logits and temperature"
      says={`Probabilities: ${told}. ${lead(bars)}`}
      figure={
        <Bars
          alt={`The probabilities as bars, on a scale up to 1: ${told}.`}
          bars={bars.map(({ label, value }) => ({ label, value: Number(value.toFixed(3)) }))}
          full={1}
        />
      }
    >
      {classes.map((name) => (
        <Slider
          key={name}
          label={`Logit of ${name}`}
          min={-3}
          max={5}
          step={0.1}
          value={logits[name]}
          shown={logits[name].toFixed(1).replace("-", "−")}
          onChange={(value) => setLogits({ ...logits, [name]: value })}
        />
      ))}
      <Slider
        label="Temperature"
        min={0.1}
        max={5}
        step={0.1}
        value={temperature}
        shown={temperature.toFixed(1)}
        onChange={setTemperature}
      />
      <div className="flex flex-wrap gap-3">
        <button
          type="button"
          className={button.quiet}
          onClick={() => {
            setLogits(start);
            setTemperature(1);
          }}
        >
          Back to the start
        </button>
      </div>
    </Live>
  );
}

/** How far the most probable class is ahead of the next one. */
function lead(bars: readonly { label: string; value: number }[]): string {
  const [first, second] = bars.toSorted((a, b) => b.value - a.value);
  if (!first || !second) return "";
  const ratio = first.value / second.value;
  if (ratio < 1.001) return `No lead: ${first.label} and ${second.label} are equally probable.`;
  const times = ratio > 1000 ? "more than 1000" : String(Number(ratio.toPrecision(3)));
  return `The first, ${first.label}, is ${times} times as probable as the second, ${second.label}.`;
}

/** Nothing here is ever impossible or certain, so no share is rounded to 0 or 100. */
function share(p: number): string {
  if (p < 0.0005) return "under 0.1 %";
  if (p > 0.9995) return "over 99.9 %";
  return `${(100 * p).toFixed(1)} %`;
}
