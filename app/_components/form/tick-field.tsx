"use client";

import { useField } from "./form-context.ts";

interface TickFieldProps {
  name: string;
  label: string;
  note?: string;
  stored: boolean;
}

/** Yes or no; the form gets the word. */
export function TickField({ name, label, note, stored }: TickFieldProps) {
  const { initial, error } = useField(name, stored ? "yes" : "no");
  return (
    <div className="font-sans">
      {/* What is not ticked a form does not send; of two values the last counts. */}
      <input type="hidden" name={name} value="no" />
      <label className="flex min-h-11 items-center gap-2.5 text-control">
        <input
          key={initial}
          type="checkbox"
          name={name}
          value="yes"
          defaultChecked={initial === "yes"}
          aria-invalid={error !== undefined}
          aria-describedby={error ? `${name}-error` : note ? `${name}-note` : undefined}
          className="size-4.5 shrink-0 accent-accent"
        />
        {label}
      </label>
      {note && (
        <p id={`${name}-note`} className="text-fine text-muted">
          {note}
        </p>
      )}
      {error && (
        <p id={`${name}-error`} className="text-note text-wrong">
          {error}
        </p>
      )}
    </div>
  );
}
