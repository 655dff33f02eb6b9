import type { ReactNode } from "react";
import { drawVariant } from "#app/_actions/draw-variant.ts";
import { button } from "#components/ui/button.ts";

interface NewVariantProps {
  exercise: string;
  level: number;
  /** The number of the variant on screen, 0 if there is none: makes a double click harmless. */
  after: number;
  primary?: boolean;
  children: ReactNode;
}

/** Draws a variant; a plain form, which works without JavaScript too. */
export function NewVariant({ exercise, level, after, primary = false, children }: NewVariantProps) {
  return (
    <form action={drawVariant}>
      <input type="hidden" name="exercise" value={exercise} />
      <input type="hidden" name="level" value={level} />
      <input type="hidden" name="after" value={after} />
      <button type="submit" className={primary ? button.primary : button.quiet}>
        {children}
      </button>
    </form>
  );
}
