/** How far a drill is, told from its items alone. */
import type { SkillId } from "#lib/exercise/skills.ts";
import type { DrillItem } from "./drill-item.ts";

/** So many items a detour to a gap has. They come on top of the drill's own. */
const detourLength = 3;

export interface Plan {
  /** Items that were worked on. Skipped and broken ones count for nothing. */
  done: number;
  /** How many there will be, detours included; null for endless. */
  total: number | null;
  isComplete: boolean;
  /** First tries right in a row, without hints: up to now, and at best. */
  streak: number;
  best: number;
  /** The skill of the detour that is under way, and how many items of it are left. */
  detour: { skill: SkillId; left: number } | null;
}

type Counted = Pick<DrillItem, "outcome" | "chosen">;

/**
 * The plan of a drill after these items, of a length without detours; null for endless.
 * @param leaves whether the detour under way is given up.
 */
export function planOf(items: readonly Counted[], length: number | null, leaves = false): Plan {
  const worked = items.filter(({ outcome }) => outcome !== null);
  const { extra, detour } = detoursOf(items, leaves);
  const total = length === null ? null : length + extra;
  let [streak, best] = [0, 0];
  for (const { outcome } of worked) {
    streak = outcome === "right" ? streak + 1 : 0;
    best = Math.max(best, streak);
  }
  return { done: worked.length, total, isComplete: total !== null && worked.length >= total, streak, best, detour };
}

/** What detours add: a finished or given up one what was worked on in it, the one under way all of it. */
function detoursOf(items: readonly Counted[], leaves: boolean): { extra: number; detour: Plan["detour"] } {
  let extra = 0;
  let run: { skill: SkillId; worked: number } | null = null;
  for (const { outcome, chosen } of items) {
    if (!chosen.detour || chosen.skill !== run?.skill) {
      extra += run?.worked ?? 0;
      run = chosen.detour ? { skill: chosen.skill, worked: 0 } : null;
    }
    if (run && outcome !== null) run.worked++;
  }
  if (!run || leaves) return { extra: extra + (run?.worked ?? 0), detour: null };
  const left = detourLength - run.worked;
  return { extra: extra + detourLength, detour: left > 0 ? { skill: run.skill, left } : null };
}
