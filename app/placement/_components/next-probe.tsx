import type { ReactNode } from "react";
import { nextPlacementItem } from "#app/_actions/next-placement-item.ts";
import { button } from "#components/ui/button.ts";

interface NextProbeProps {
  placement: string;
  /** The position on screen: makes a double click harmless. */
  after: number;
  look: keyof typeof button;
  children: ReactNode;
}

/** Goes on to the next item; a plain form, which works without JavaScript too. */
export function NextProbe({ placement, after, look, children }: NextProbeProps) {
  return (
    <form action={nextPlacementItem}>
      <input type="hidden" name="placement" value={placement} />
      <input type="hidden" name="after" value={after} />
      <button type="submit" className={button[look]}>
        {children}
      </button>
    </form>
  );
}
