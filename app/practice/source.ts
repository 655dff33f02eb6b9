import type { ExerciseAbout } from "#lib/course/exercises.ts";

/** Where an exercise comes from: "section 6.2, example 36". Searched as well as shown. */
export function sourceInWords({ section, examples = [], practice = [] }: ExerciseAbout["source"]): string {
  return [`section ${section}`, ...numbered("example", examples), ...numbered("practice problem", practice)].join(", ");
}

function numbered(what: string, numbers: readonly number[]): string[] {
  if (numbers.length === 0) return [];
  const last = numbers.at(-1);
  const list = numbers.length === 1 ? `${last}` : `${numbers.slice(0, -1).join(", ")} and ${last}`;
  return [`${what}${numbers.length === 1 ? "" : "s"} ${list}`];
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
