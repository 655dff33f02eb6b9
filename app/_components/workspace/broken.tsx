import { NewVariant } from "./new-variant.tsx";

/** A variant that our own code stumbled over. */
export function Broken({ exercise, level, number }: { exercise: string; level: number; number: number }) {
  return (
    <div className="max-w-measure">
      <h2 className="text-h2">This variant is broken, and it is our mistake</h2>
      <p className="mt-3 mb-6">Nothing is lost and nothing counts against you. Take another one.</p>
      <NewVariant exercise={exercise} level={level} after={number} primary>
        Take another variant
      </NewVariant>
    </div>
  );
}
