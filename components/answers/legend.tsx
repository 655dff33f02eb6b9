import type { ReactNode } from "react";

export interface LegendProps {
  /** The quantity in words, for screen readers. */
  legend: string;
  /** The quantity, typeset on the server. */
  label: ReactNode;
  letter: string | undefined;
}

/** What a group of options answers. */
export function Legend({ legend, label, letter }: LegendProps) {
  return (
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
  );
}
