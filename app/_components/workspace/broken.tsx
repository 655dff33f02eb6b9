import { NewVariant } from "./new-variant.tsx";
import type { Place } from "./place.ts";

/** A variant that our own code stumbled over. */
export function Broken({ place, latest }: { place: Place; latest: number }) {
  return (
    <div className="max-w-measure">
      <h2 className="text-h2">This variant is broken, and it is our mistake</h2>
      <p className="mt-3 mb-6">Nothing is lost and nothing counts against you. Take another one.</p>
      <NewVariant place={place} after={latest} look="primary">
        Take another variant
      </NewVariant>
    </div>
  );
}
