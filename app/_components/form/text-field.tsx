"use client";

import { useField } from "./form-context.ts";

interface TextFieldProps {
  name: string;
  label: string;
  note?: string;
  rows: number;
  stored?: string;
}

/** Several lines of a form. */
export function TextField({ name, label, note, rows, stored = "" }: TextFieldProps) {
  const { initial, error } = useField(name, stored);
  const described = [...(note ? [`${name}-note`] : []), ...(error ? [`${name}-error`] : [])].join(" ");
  return (
    <div className="font-sans">
      <label htmlFor={name} className="text-control font-medium">
        {label}
      </label>
      {note && (
        <span id={`${name}-note`} className="ml-2 text-fine text-muted">
          {note}
        </span>
      )}
      <textarea
        id={name}
        name={name}
        rows={rows}
        defaultValue={initial}
        aria-invalid={error !== undefined}
        aria-describedby={described || undefined}
        className="mt-1.5 block w-full rounded border border-edge bg-raised px-3 py-2 text-[1rem] text-ink aria-invalid:border-wrong"
      />
      {error && (
        <p id={`${name}-error`} className="mt-1.5 text-note text-wrong">
          {error}
        </p>
      )}
    </div>
  );
}
