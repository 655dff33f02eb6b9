import type { Role } from "#lib/course/section/roles.ts";

export const roleNames: Readonly<Record<Role, string>> = {
  owner: "Owner",
  instructor: "Instructor",
  assistant: "Assistant",
  student: "Student",
};

/** A code in two halves, as it is easiest to read out and to type. */
export const spoken = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

export const studentsIn = (count: number): string => (count === 1 ? "1 student" : `${count} students`);
