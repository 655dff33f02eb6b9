import type { Why } from "#lib/course/drill-why.ts";

/** Why an item was chosen, in plain words. */
export function whyInWords({ kind, skill, behind, daysAgo, rests }: Why): string {
  switch (kind) {
    case "due":
      return `Due for review: ${skill}, last practised ${ago(daysAgo)}.`;
    case "weak":
      return `Not firm yet: ${skill}, last practised ${ago(daysAgo)}.`;
    case "new":
      return rests ? `New: ${skill}. You seem to know what it needs.` : `New: ${skill}. It rests on nothing else.`;
    case "prerequisite":
      return behind === null ? `Others rest on it: ${skill}.` : `${behind} went wrong, and it rests on ${skill}.`;
    case "detour":
      return behind === null ? `A step back: ${skill}.` : `A step back: ${behind} rests on ${skill}.`;
    case "stretch":
      return `You know this well: ${skill}, to stretch it.`;
    case "focus":
      return `You chose it: ${skill}.`;
  }
}

function ago(days: number | null): string {
  if (days === null) return "some time ago";
  if (days === 0) return "today";
  return days === 1 ? "yesterday" : `${days} days ago`;
}
