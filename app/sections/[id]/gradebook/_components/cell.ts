import { type CompactStudent, flags, standings } from "#lib/course/gradebook/compact.ts";

/** What stands in a cell: a number, and in words what is to be known of it. */
export function cellOf(
  { points, standing, flags: digits }: CompactStudent,
  at: number,
): { value: string; notes: string[] } {
  const value = points[at];
  const sign = Object.entries(standings).find(([key]) => key === standing[at])?.[1] ?? "to come";
  const bits = Number.parseInt(digits[at] ?? "0", 32);
  const has = (flag: keyof typeof flags) => (bits & flags[flag]) !== 0;
  const isExcused = sign === "excused";
  return {
    value: isExcused || value == null ? "–" : String(value),
    notes: [
      ...(has("unbegun") ? ["missing"] : []),
      ...(sign === "counts" || sign === "missing" || sign === "to come" ? [] : [sign]),
      ...(has("late") ? ["late"] : []),
      ...(has("overridden") ? ["set by hand"] : []),
      ...(has("extended") ? ["extended"] : []),
      ...(has("withheld") ? ["not told yet"] : []),
    ],
  };
}
