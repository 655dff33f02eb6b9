import type { StudentWork } from "#lib/course/review/students.ts";

/** Which students are listed, in words and by what they have. */
export const kept = {
  all: { words: "Everybody", has: () => true },
  undecided: { words: "With answers to decide", has: ({ undecided }) => undecided > 0 },
  uncommented: { words: "Nothing said to them yet", has: ({ said }) => said === 0 },
  late: { words: "Late", has: ({ late }) => late },
  unfinished: { words: "Still under way", has: ({ finished }) => !finished },
} as const satisfies Record<string, { words: string; has: (work: StudentWork) => boolean }>;

export const keptNames = [
  "all",
  "undecided",
  "uncommented",
  "late",
  "unfinished",
] as const satisfies (keyof typeof kept)[];
export type Kept = (typeof keptNames)[number];
