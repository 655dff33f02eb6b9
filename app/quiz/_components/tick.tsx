import type { ReactNode } from "react";

interface TickProps {
  name: string;
  checked: boolean;
  /** Where it is given, it decides; else the box keeps its own state. */
  onChange?(on: boolean): void;
  children: ReactNode;
}

/** A box to tick, as wide as its label. */
export function Tick({ name, checked, onChange, children }: TickProps) {
  const state = onChange
    ? { checked, onChange: (event: { currentTarget: HTMLInputElement }) => onChange(event.currentTarget.checked) }
    : { defaultChecked: checked };
  return (
    <label className="flex min-h-11 items-center gap-3 text-control">
      <input type="checkbox" name={name} {...state} className="size-4.5 shrink-0 accent-accent" />
      <span>{children}</span>
    </label>
  );
}
