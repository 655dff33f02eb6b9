import type { ReactNode } from "react";
import { nextDrillItem } from "#app/_actions/next-drill-item.ts";
import { button } from "#components/ui/button.ts";

interface NextItemProps {
  drill: string;
  /** The position on screen: makes a double click harmless. */
  after: number;
  /** A skill to make up for first, or "leave". */
  detour?: string;
  look?: keyof typeof button;
  children: ReactNode;
}

/** Goes on to the next item; a plain form, which works without JavaScript too. */
export function NextItem({ drill, after, detour, look = "quiet", children }: NextItemProps) {
  return (
    <form action={nextDrillItem}>
      <input type="hidden" name="drill" value={drill} />
      <input type="hidden" name="after" value={after} />
      {detour && <input type="hidden" name="detour" value={detour} />}
      <button type="submit" data-shortcut={look === "primary" ? "n" : undefined} className={`${button[look]} min-h-10`}>
        {children}
      </button>
    </form>
  );
}
