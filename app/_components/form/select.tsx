"use client";

import { useField } from "./form-context.ts";

interface SelectProps {
  name: string;
  label: string;
  note?: string;
  stored: string;
  options: readonly { value: string; label: string }[];
}

/** One of several, in words too long to stand side by side. */
export function Select({ name, label, note, stored, options }: SelectProps) {
  const { initial, error } = useField(name, stored);
  const described = [...(note ? [`${name}-note`] : []), ...(error ? [`${name}-error`] : [])].join(" ");
  return (
    <div className="font-sans">
      <label htmlFor={name} className="text-control font-medium">
        {label}
      </label>
      <select
        // A select keeps the default it was made with; another default is another select.
        key={initial}
        id={name}
        name={name}
        defaultValue={initial}
        aria-invalid={error !== undefined}
        aria-describedby={described || undefined}
        className="mt-1.5 h-11 w-full rounded border border-edge bg-raised px-3 text-[1rem] text-ink aria-invalid:border-wrong"
      >
        {options.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      {note && (
        <p id={`${name}-note`} className="mt-1.5 text-fine text-muted">
          {note}
        </p>
      )}
      {error && (
        <p id={`${name}-error`} className="mt-1.5 text-note text-wrong">
          {error}
        </p>
      )}
    </div>
  );
}
