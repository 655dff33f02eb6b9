import type { CompactStudent } from "#lib/course/gradebook/compact.ts";

/** The columns before the assignments. */
export const lead = ["Name", "Group", "Number", "Final"] as const;

const collator = new Intl.Collator("en", { sensitivity: "base", numeric: true });

/** Students by a column; whoever has nothing there stands at the end, either way. */
export function ordered(students: readonly CompactStudent[], by: number, down: boolean): CompactStudent[] {
  const way = down ? -1 : 1;
  return students.toSorted((a, b) => {
    const [one, other] = [keyOf(a, by), keyOf(b, by)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    const order =
      typeof one === "number" && typeof other === "number" ? one - other : collator.compare(String(one), String(other));
    return way * order;
  });
}

const keyOf = (student: CompactStudent, by: number): string | number | null =>
  by < lead.length
    ? ([student.name, student.group, student.number, student.percent][by] ?? null)
    : (student.points[by - lead.length] ?? null);

/** Students in whose name, address, number or group all the words occur. */
export function sought(students: readonly CompactStudent[], text: string, group: string): CompactStudent[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return students.filter((student) => {
    if (group !== "" && student.group !== group) return false;
    const said = [student.name, student.email, student.number, student.group].join(" ").toLowerCase();
    return words.every((word) => said.includes(word));
  });
}
