"use client";

import { useField } from "./form-context.ts";

interface SelectProps {
  /** Where two forms of a page have a field of one name. */
  id?: string;
  name: string;
  label: string;
  note?: string;
  stored: string;
  options: readonly { value: string; label: string }[];
}

/** One of several, in words too long to stand side by side. */
export function Select({ name, id = name, label, note, stored, options }: SelectProps) {
  const { initial, error } = useField(name, stored);
  const described = [...(note ? [`${id}-note`] : []), ...(error ? [`${id}-error`] : [])].join(" ");
  return (
    <div className="font-sans">
      <label htmlFor={id} className="text-control font-medium">
        {label}
      </label>
      <select
        // A select keeps the default it was made with; another default is another select.
        key={initial}
        id={id}
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
        <p id={`${id}-note`} className="mt-1.5 text-fine text-muted">
          {note}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1.5 text-note text-wrong">
          {error}
        </p>
      )}
    </div>
  );
}
