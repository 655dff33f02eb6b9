"use client";

import { type Ref, useEffect, useRef } from "react";
import { type OptionLabel, optionLook } from "./choice-field.tsx";
import { Legend, type LegendProps } from "./legend.tsx";
import type { FieldProps } from "./text-field.tsx";
import { noneTicked, ticksIn, withTick } from "./ticks.ts";

export interface ChoicesFieldProps extends FieldProps, LegendProps {
  options: readonly OptionLabel[];
  raw: string;
  ref: Ref<HTMLInputElement>;
  /** Writes the answer. */
  write(text: string): void;
}

/** Every option that holds. That none does is ticked too, so that it differs from not having answered yet. */
export function ChoicesField({
  name,
  initial,
  locked,
  describedBy,
  onEdit,
  options,
  raw,
  ref,
  write,
  ...legend
}: ChoicesFieldProps) {
  const ids = options.map(({ id }) => id);
  const ticks = ticksIn(raw, ids);
  const boxes = useRef<HTMLDivElement>(null);
  const writing = useRef(write);
  useEffect(() => {
    writing.current = write;
  });
  useEffect(() => {
    // What was ticked before the page came alive.
    const ticked = [...(boxes.current?.querySelectorAll("input") ?? [])].filter((box) => box.checked);
    const text = ticked.map((box) => box.value).join(", ");
    if (ticked.length > 0 && text !== initial) writing.current(text);
  }, [initial]);
  return (
    <>
      <input type="hidden" ref={ref} name={name} value={raw} onInput={(e) => onEdit(e.currentTarget.value)} />
      <fieldset aria-describedby={describedBy} disabled={locked}>
        <Legend {...legend} />
        <div ref={boxes}>
          {options.map(({ id, label }) => (
            <label key={id} className={optionLook}>
              <input
                type="checkbox"
                value={id}
                checked={ticks.ids.includes(id)}
                onChange={(event) => write(withTick(raw, ids, id, event.currentTarget.checked))}
                className="size-4 shrink-0 accent-accent"
              />
              <span>{label}</span>
            </label>
          ))}
          <label className={`${optionLook} text-muted`}>
            <input
              type="checkbox"
              value={noneTicked}
              checked={ticks.isNone}
              onChange={(event) => write(event.currentTarget.checked ? noneTicked : "")}
              className="size-4 shrink-0 accent-accent"
            />
            <span>none of these</span>
          </label>
        </div>
      </fieldset>
    </>
  );
}
