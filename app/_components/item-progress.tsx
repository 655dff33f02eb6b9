import type { ReactNode } from "react";

interface ItemProgressProps {
  /** Items that are done, and how many there will be; null where there is no end. */
  done: number;
  total: number | null;
  /** The same in words. */
  children: ReactNode;
}

/** How far a sitting is: in words, and as a bar where it has an end. */
export function ItemProgress({ done, total, children }: ItemProgressProps) {
  return (
    <div className="mt-2 font-sans text-note tabular-nums lining-nums">
      <p id="item-progress">{children}</p>
      {total !== null && (
        <div
          role="progressbar"
          aria-labelledby="item-progress"
          aria-valuemin={0}
          aria-valuemax={total}
          aria-valuenow={done}
          aria-valuetext={`${done} of ${total} done`}
          className="mt-2 h-1.5 overflow-hidden rounded-full bg-wash"
        >
          <div className="h-full bg-accent" style={{ width: `${Math.min(100, (100 * done) / total)}%` }} />
        </div>
      )}
    </div>
  );
}
