"use client";

import { Minus, Plus } from "lucide-react";

interface StepperProps {
  /** What is counted, in the singular. */
  what: "row" | "column" | "entry";
  count: number;
  most: number;
  locked: boolean;
  onChange(count: number): void;
}

const several = { row: "rows", column: "columns", entry: "entries" } as const;
const look =
  "inline-flex size-11 items-center justify-center rounded text-accent hover:bg-accent-wash disabled:text-muted disabled:opacity-50 disabled:hover:bg-transparent";

/** A number of rows, columns or entries, with a button to take the last away and one to add another. */
export function Stepper({ what, count, most, locked, onChange }: StepperProps) {
  return (
    <div className="flex items-center font-sans text-control text-muted">
      <button
        type="button"
        aria-label={`take the last ${what} away`}
        disabled={locked || count <= 1}
        onClick={() => onChange(count - 1)}
        className={look}
      >
        <Minus aria-hidden="true" size={18} />
      </button>
      <span className="min-w-[4.5rem] text-center tabular-nums">
        {count} {count === 1 ? what : several[what]}
      </span>
      <button
        type="button"
        aria-label={`add ${what === "entry" ? "an" : "a"} ${what}`}
        disabled={locked || count >= most}
        onClick={() => onChange(count + 1)}
        className={look}
      >
        <Plus aria-hidden="true" size={18} />
      </button>
    </div>
  );
}
