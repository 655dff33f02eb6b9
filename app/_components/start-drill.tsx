import type { ReactNode } from "react";
import { startDrill } from "#app/_actions/start-drill.ts";
import { button } from "#components/ui/button.ts";

interface StartDrillProps {
  length?: "5" | "10" | "20" | "endless";
  /** Ids to narrow it to. */
  skills?: readonly string[];
  exercises?: readonly string[];
  look?: keyof typeof button;
  children: ReactNode;
}

/** Begins a drill; a plain form, which works without JavaScript too. */
export function StartDrill({ length = "10", skills = [], exercises = [], look = "quiet", children }: StartDrillProps) {
  return (
    <form action={startDrill}>
      <input type="hidden" name="length" value={length} />
      {skills.length > 0 && <input type="hidden" name="skills" value={skills.join(",")} />}
      {exercises.length > 0 && <input type="hidden" name="exercises" value={exercises.join(",")} />}
      <button type="submit" className={`${button[look]} min-h-10`}>
        {children}
      </button>
    </form>
  );
}
