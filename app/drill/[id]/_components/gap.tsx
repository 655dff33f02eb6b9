import type { GapOffer } from "#lib/course/drill-gap.ts";
import { NextItem } from "./next-item.tsx";

/** Said where a wrong answer may come from something it rests on, with the way to make up for that first. */
export function Gap({ drill, after, gap: { skill, name, under } }: { drill: string; after: number; gap: GapOffer }) {
  return (
    <section aria-labelledby="gap" className="screen-only mt-10 max-w-measure border-l-2 border-accent pl-4">
      <h2 id="gap" className="text-h3">
        The gap may lie deeper: {name}
      </h2>
      <p className="mt-1 mb-4">
        This went wrong at {under}, which rests on {name}; and that seems to be the weaker of the two. Three items on it
        come next if you like, and then this drill goes on.
      </p>
      <NextItem drill={drill} after={after} detour={skill} look="secondary">
        Practise {name} first
      </NextItem>
    </section>
  );
}
