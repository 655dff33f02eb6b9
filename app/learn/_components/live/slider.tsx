"use client";

import { useMarks } from "#components/math/use-marks.ts";

interface SliderProps {
  label: string;
  min: number;
  max: number;
  step: number;
  value: number;
  /** The value in words or with its unit, as it is shown and read out. */
  shown: string;
  onChange: (value: number) => void;
}

/** A slider with its name and its value; the arrow keys move it too. */
export function Slider({ label, min, max, step, value, shown, onChange }: SliderProps) {
  const marks = useMarks();
  return (
    <label className="block font-sans text-note">
      <span className="flex justify-between gap-4">
        <span>{label}</span>
        <span className="font-medium tabular-nums" aria-hidden="true">
          {marks.text(shown)}
        </span>
      </span>
      <input
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={marks.text(shown)}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
        className="mt-1 h-8 w-full accent-accent"
      />
    </label>
  );
}
