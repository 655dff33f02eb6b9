import type { ReactNode } from "react";

/** Words by the value that stands in the address. */
export type Option = Readonly<Record<string, string>>;

interface SelectFieldProps {
  name: string;
  label: string;
  /** What it is called when nothing is chosen. */
  all: string;
  value: string | undefined;
  children: ReactNode;
}

/** One choice of the filter; nothing is the first. */
export function SelectField({ name, label, all, value, children }: SelectFieldProps) {
  return (
    <div className="min-w-0 font-sans">
      <label htmlFor={name} className="text-note font-medium">
        {label}
      </label>
      <select
        // What the page shows may change by a link too, and the field has to follow.
        key={value}
        id={name}
        name={name}
        defaultValue={value ?? ""}
        className="mt-1 h-11 w-full min-w-0 rounded border border-edge bg-raised px-2.5 text-control text-ink"
      >
        <option value="">{all}</option>
        {children}
      </select>
    </div>
  );
}
