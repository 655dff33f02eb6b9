/** A gradebook as it is exported: students by assignments, with what becomes of it. */
import { type Cell, type CellResult, type Final, finalOf } from "./final.ts";
import { allCategories, type Category, categoryOf, type Scheme, withoutCategory } from "./scheme.ts";

export interface Column {
  id: string;
  title: string;
  /** As the assignment’s row says. */
  category: string;
  /** What one gets who does everything right. */
  possible: number;
}

export interface Student {
  name: string;
  email: string | null;
  studentNumber: string | null;
  group: string | null;
  /** In the order of the assignments. */
  cells: readonly Cell[];
}

export interface Gradebook {
  section: string;
  scheme: Scheme;
  /** In the order in which they are due. */
  assignments: readonly Column[];
  students: readonly Student[];
}

/** A student with their final grade, and what became of each assignment. */
export interface Graded extends Omit<Student, "cells"> {
  final: Final;
  results: ReadonlyMap<string, CellResult>;
}

export const gradedOf = ({ students, scheme }: Pick<Gradebook, "students" | "scheme">): Graded[] =>
  students.map(({ cells, ...student }) => {
    const final = finalOf(cells, scheme);
    const results = final.categories.flatMap((category) => category.cells);
    return { ...student, final, results: new Map(results.map((result) => [result.assignment, result])) };
  });

/** The categories in the order of the scheme; that of assignments without one only where there are such. */
export const categoriesOf = ({ scheme, assignments }: Pick<Gradebook, "scheme" | "assignments">): Category[] =>
  allCategories(scheme).filter(
    ({ id }) => id !== withoutCategory || assignments.some(({ category }) => categoryOf(scheme, category) === id),
  );
