import type { ReactNode } from "react";
import { startPlacement } from "#app/_actions/start-placement.ts";
import { button } from "#components/ui/button.ts";

/** Begins a placement; a plain form, which works without JavaScript too. */
export function StartPlacement({ look, children }: { look: keyof typeof button; children: ReactNode }) {
  return (
    <form action={startPlacement}>
      <button type="submit" className={button[look]}>
        {children}
      </button>
    </form>
  );
}
