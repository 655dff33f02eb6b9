import type { DrillOffer } from "#lib/course/drill-offer.ts";

const counted = (n: number, one: string, many: string) => (n === 0 ? [] : [`${n} ${n === 1 ? one : many}`]);

/** What a drill would be made of now, in a sentence. */
export function Waiting({ offer: { isNew, due, weak, reachable } }: { offer: DrillOffer }) {
  const parts = [
    ...counted(due, "review that is due", "reviews that are due"),
    ...counted(weak, "weak skill", "weak skills"),
    ...counted(reachable, "new skill that you are ready for", "new skills that you are ready for"),
  ];
  const says = isNew
    ? "Nothing is known of you yet: it begins with what rests on nothing else, and follows how you do."
    : parts.length > 0
      ? `Waiting for you: ${listed(parts)}.`
      : "Nothing is due and nothing is weak: it would stretch what you know.";
  return <p className="mt-4 text-muted">{says}</p>;
}

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
