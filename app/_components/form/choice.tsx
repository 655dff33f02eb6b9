"use client";

import type { ReactNode } from "react";
import { useField } from "./form-context.ts";

interface ChoiceProps {
  /** Where two forms of a page have a field of one name. */
  id?: string;
  name: string;
  legend: string;
  note?: ReactNode;
  stored: string;
  options: readonly { value: string; label: string }[];
}

/** One of a few. */
export function Choice({ name, id = name, legend, note, stored, options }: ChoiceProps) {
  const { initial, error } = useField(name, stored);
  const described = [...(note ? [`${id}-note`] : []), ...(error ? [`${id}-error`] : [])].join(" ");
  return (
    <fieldset className="font-sans" aria-describedby={described || undefined}>
      <legend className="text-control font-medium">{legend}</legend>
      {/* Buttons that were pressed keep to that; what was stored by other means, as by the header's, makes new ones. */}
      <div key={initial} className="mt-1 flex flex-wrap gap-x-6">
        {options.map(({ value, label }) => (
          <label key={value} className="flex min-h-11 items-center gap-2.5 text-control">
            <input
              type="radio"
              name={name}
              value={value}
              defaultChecked={value === initial}
              aria-invalid={error !== undefined}
              className="size-4.5 accent-accent"
            />
            {label}
          </label>
        ))}
      </div>
      {note && (
        <p id={`${id}-note`} className="text-fine text-muted">
          {note}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1.5 text-note text-wrong">
          {error}
        </p>
      )}
    </fieldset>
  );
}
