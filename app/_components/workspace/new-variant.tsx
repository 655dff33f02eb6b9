import type { ReactNode } from "react";
import { drawVariant } from "#app/_actions/draw-variant.ts";
import { button } from "#components/ui/button.ts";
import type { Place } from "./place.ts";

interface NewVariantProps {
  place: Place;
  /** The latest number in practice, 0 if there is none: makes a double click harmless. */
  after: number;
  look?: keyof typeof button;
  children: ReactNode;
}

/** Draws a variant; a plain form, which works without JavaScript too. */
export function NewVariant({ place, after, look = "quiet", children }: NewVariantProps) {
  const { exercise, level, check, list } = place;
  return (
    <form action={drawVariant}>
      <input type="hidden" name="exercise" value={exercise} />
      <input type="hidden" name="level" value={level} />
      <input type="hidden" name="after" value={after} />
      {check && <input type="hidden" name="check" value={check} />}
      {list && <input type="hidden" name="list" value={list} />}
      <button type="submit" data-shortcut="n" className={button[look]}>
        {children}
      </button>
    </form>
  );
}
