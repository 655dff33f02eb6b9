import type { ReactNode } from "react";
import { reopenVariant } from "#app/_actions/reopen-variant.ts";
import { button } from "#components/ui/button.ts";
import type { Place } from "./place.ts";

interface ReopenVariantProps {
  place: Place;
  variantId: string;
  children: ReactNode;
}

/** Takes a closed variant up again; a plain form, which works without JavaScript too. */
export function ReopenVariant({ place: { exercise, level, list }, variantId, children }: ReopenVariantProps) {
  return (
    <form action={reopenVariant}>
      <input type="hidden" name="exercise" value={exercise} />
      <input type="hidden" name="level" value={level} />
      <input type="hidden" name="variant" value={variantId} />
      {list && <input type="hidden" name="list" value={list} />}
      <button type="submit" data-shortcut="r" className={button.secondary}>
        {children}
      </button>
    </form>
  );
}
