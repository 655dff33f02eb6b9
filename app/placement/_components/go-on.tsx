"use client";

import { useEffect, useRef } from "react";
import { nextPlacementItem } from "#app/_actions/next-placement-item.ts";
import { button } from "#components/ui/button.ts";

/** After an answer the next item comes by itself, since there is nothing to read; the button is for who has no JavaScript. */
export function GoOn({ placement, after }: { placement: string; after: number }) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.requestSubmit(), []);
  return (
    <form ref={form} action={nextPlacementItem} className="flex flex-wrap items-center gap-x-5 gap-y-2">
      <input type="hidden" name="placement" value={placement} />
      <input type="hidden" name="after" value={after} />
      <p role="status" className="font-sans text-note">
        Your answer is kept.
      </p>
      <button type="submit" className={button.primary}>
        Next
      </button>
    </form>
  );
}
