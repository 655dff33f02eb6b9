import { StartPlacement } from "./start-placement.tsx";

/** Before the first placement: what it is, and the way in. */
export function BeginPlacement() {
  return (
    <>
      <h1 className="text-h1">Placement</h1>
      <div className="mt-6 max-w-measure border-y border-rule py-8">
        <p className="text-lead">
          Ten to fifteen items find where to begin; each is chosen by how the ones before it went. You have one try at
          each, without hints, and what you do not know yet you may pass by.
        </p>
        <p className="mt-4 text-muted">
          How it went is told at the end. You can leave at any time and go on later; have paper at hand.
        </p>
        <div className="mt-7">
          <StartPlacement look="primary">Begin</StartPlacement>
        </div>
      </div>
    </>
  );
}
