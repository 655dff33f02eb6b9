import type { CompactStudent } from "#lib/course/gradebook/compact.ts";

export type Lead = "Name" | "Final" | "Group" | "Number";

/** The columns before the assignments: of groups and numbers where somebody has one. */
export const leadOf = (students: readonly CompactStudent[]): Lead[] => [
  "Name",
  "Final",
  ...(students.some(({ group }) => group !== null) ? (["Group"] as const) : []),
  ...(students.some(({ number }) => number !== null) ? (["Number"] as const) : []),
];

const collator = new Intl.Collator("en", { sensitivity: "base", numeric: true });

/** Students by a column; whoever has nothing there stands at the end, either way. */
export function ordered(
  students: readonly CompactStudent[],
  lead: readonly Lead[],
  { by, down }: { by: number; down: boolean },
): CompactStudent[] {
  const way = down ? -1 : 1;
  const keyOf = (student: CompactStudent) => {
    const of = lead[by];
    return of ? fieldOf[of](student) : student.points[by - lead.length];
  };
  return students.toSorted((a, b) => {
    const [one = null, other = null] = [keyOf(a), keyOf(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    const order =
      typeof one === "number" && typeof other === "number" ? one - other : collator.compare(String(one), String(other));
    return way * order;
  });
}

const fieldOf: Readonly<Record<Lead, (student: CompactStudent) => string | number | null>> = {
  Name: ({ name }) => name,
  Final: ({ percent }) => percent,
  Group: ({ group }) => group,
  Number: ({ number }) => number,
};

/** Students in whose name, address, number or group all the words occur. */
export function sought(students: readonly CompactStudent[], text: string, group: string): CompactStudent[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return students.filter((student) => {
    if (group !== "" && student.group !== group) return false;
    const said = [student.name, student.email, student.number, student.group].join(" ").toLowerCase();
    return words.every((word) => said.includes(word));
  });
}
