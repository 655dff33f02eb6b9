/** A small gradebook; its final grades are worked by hand. */
import type { Cell } from "#lib/course/gradebook/final.ts";
import { schemeSchema } from "#lib/course/gradebook/scheme.ts";
import type { Column, Gradebook, Student } from "#lib/course/gradebook/table.ts";

const columns: Column[] = [
  { id: "h1", title: "Homework 1", category: "hw", possible: 20 },
  { id: "h2", title: "Homework 2", category: "hw", possible: 10 },
  { id: "ex", title: "Exam", category: "ex", possible: 60 },
];

type Had = Partial<Cell> & Pick<Cell, "points">;

const student = (name: string, email: string | null, studentNumber: string | null, had: readonly Had[]): Student => ({
  name,
  email,
  studentNumber,
  group: "A",
  cells: columns.map(({ id, category, possible }, i) => {
    const one = had[i] ?? { points: null };
    const state = one.points === null ? "none" : "done";
    return { assignment: id, category, possible, state, excused: false, duePassed: true, ...one };
  }),
});

/** Ada: 25/30 = 83.333…, 45/60 = 75; 0.4 · 83.333… + 0.6 · 75 = 78.333…: 78 %, C+. */
const ada = student("Ada Lovelace", "ada@example.org", "007", [{ points: 17.5 }, { points: 7.5 }, { points: 45 }]);

/** Bo: 12 of 16 (four were taken out), excused from the second; the exam is missing. 0.4 · 75 + 0.6 · 0 = 30 %, F. */
const bo = student("Bo", "bo@example.org", null, [
  { points: 12, possible: 16 },
  { points: 3, excused: true },
  { points: null },
]);

/** Cy: nothing is due for her, one is under way. */
const cy = student("Cy", null, null, [
  { points: 4.126, state: "working", duePassed: false },
  { points: null, duePassed: false },
  { points: null, duePassed: false },
]);

export const example: Gradebook = {
  section: "Maths of ML",
  scheme: schemeSchema.parse({
    categories: [
      { id: "hw", name: "Homework", weight: 40, drop: 0 },
      { id: "ex", name: "Exams", weight: 60, drop: 0 },
    ],
    others: { weight: 0, drop: 0 },
    show: "letter",
    rounding: "whole",
  }),
  assignments: columns,
  students: [ada, bo, cy],
};

/** The same with these for names, groups, titles and all else that somebody types. */
export const named = (texts: readonly string[]): Gradebook => {
  const [first] = texts;
  return {
    ...example,
    section: first ?? "",
    assignments: example.assignments.map((column, i) => ({ ...column, title: texts[i % texts.length] ?? "" })),
    students: texts.map((text) => ({ ...ada, name: text, email: text, studentNumber: text, group: text })),
  };
};
