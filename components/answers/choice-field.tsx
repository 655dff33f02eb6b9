"use client";

import type { ReactNode } from "react";
import type { FieldProps } from "./text-field.tsx";

interface ChoiceFieldProps extends FieldProps {
  legend: string;
  label: ReactNode;
  letter: string | undefined;
  options: readonly { id: string; label: ReactNode }[];
}

/** One of several options. */
export function ChoiceField({
  name,
  initial,
  locked,
  describedBy,
  onEdit,
  legend,
  label,
  letter,
  options,
}: ChoiceFieldProps) {
  return (
    <fieldset aria-describedby={describedBy} disabled={locked}>
      <legend className="mb-1 py-1.5 text-body">
        <span aria-hidden="true">
          {letter && <span className="mr-2 text-muted md:hidden">({letter})</span>}
          {label}
        </span>
        <span className="sr-only">
          {letter && `Part ${letter}: `}
          {legend}
        </span>
      </legend>
      {options.map(({ id, label: text }) => (
        <label
          key={id}
          className="flex min-h-11 items-center gap-3 rounded border border-transparent px-2 text-body has-checked:bg-accent-wash hover:border-rule"
        >
          <input
            type="radio"
            name={name}
            value={id}
            defaultChecked={initial === id}
            onChange={() => onEdit(id)}
            className="size-4 shrink-0 accent-accent"
          />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}
