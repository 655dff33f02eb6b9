"use client";

import type { ReactNode } from "react";
import { Legend, type LegendProps } from "./legend.tsx";
import type { FieldProps } from "./text-field.tsx";

export interface OptionLabel {
  id: string;
  /** The option, typeset on the server. */
  label: ReactNode;
}

interface ChoiceFieldProps extends FieldProps, LegendProps {
  options: readonly OptionLabel[];
}

/** How the line of an option is set, so that all of it can be pressed. */
export const optionLook =
  "flex min-h-11 items-center gap-3 rounded border border-transparent px-2 py-1.5 text-body has-checked:bg-accent-wash hover:border-rule";

/** One of several options. */
export function ChoiceField({ name, initial, locked, describedBy, onEdit, options, ...legend }: ChoiceFieldProps) {
  return (
    <fieldset aria-describedby={describedBy} disabled={locked}>
      <Legend {...legend} />
      {options.map(({ id, label: text }) => (
        <label key={id} className={optionLook}>
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
