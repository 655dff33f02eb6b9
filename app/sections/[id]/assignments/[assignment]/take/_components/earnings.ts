import type { AssignmentConfig } from "#lib/course/assignment/config.ts";
import { lateDaysOf } from "#lib/course/assignment/mark.ts";
import type { WorkingPractice } from "#lib/course/practice.ts";

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;

/** What a right answer earns now, and how many tries are left, in a few words. */
export function earnings(
  { rules, credit }: Pick<WorkingPractice, "rules" | "credit">,
  { tries, tryPenalty, late }: Pick<AssignmentConfig, "tries" | "tryPenalty" | "late">,
  used: number,
  dueAt: string | null,
  now: string,
): string {
  if (!rules.submits) return "Kept as you type, and handed in with the rest.";
  const count = tries === null ? "Tries are unlimited." : tries === 1 ? "One try." : `Try ${used + 1} of ${tries}.`;
  const days = lateDaysOf(Date.parse(now), dueAt === null ? null : Date.parse(dueAt));
  const share = credit * Math.max(0, 1 - tryPenalty * used) * Math.max(1 - late.most, 1 - late.perDay * days);
  const lateness = days > 0 ? " It is late." : "";
  return share > 0.9999 ? `${count}${lateness}` : `${count}${lateness} A right answer now earns ${percent(share)}.`;
}
