"use client";

import { useField } from "./form-context.ts";

interface TextFieldProps {
  /** Where two forms of a page have a field of one name. */
  id?: string;
  name: string;
  label: string;
  note?: string;
  rows: number;
  stored?: string;
}

/** Several lines of a form. */
export function TextField({ name, id = name, label, note, rows, stored = "" }: TextFieldProps) {
  const { initial, error } = useField(name, stored);
  const described = [...(note ? [`${id}-note`] : []), ...(error ? [`${id}-error`] : [])].join(" ");
  return (
    <div className="font-sans">
      <label htmlFor={id} className="text-control font-medium">
        {label}
      </label>
      {note && (
        <span id={`${id}-note`} className="ml-2 text-fine text-muted">
          {note}
        </span>
      )}
      <textarea
        id={id}
        name={name}
        rows={rows}
        defaultValue={initial}
        aria-invalid={error !== undefined}
        aria-describedby={described || undefined}
        className="mt-1.5 block w-full rounded border border-edge bg-raised px-3 py-2 text-[1rem] text-ink aria-invalid:border-wrong"
      />
      {error && (
        <p id={`${id}-error`} className="mt-1.5 text-note text-wrong">
          {error}
        </p>
      )}
    </div>
  );
}
