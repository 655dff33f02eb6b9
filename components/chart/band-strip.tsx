import { type BandCounts, bandOrder } from "./bands.ts";

const fills = {
  mastered: "bg-correct",
  growing: "bg-accent",
  weak: "bg-hold",
  new: "bg-wash",
} as const;

/** How skills share out over the bands, as a strip. What it shows, the words beside it say. */
export function BandStrip({ counts }: { counts: BandCounts }) {
  return (
    <span aria-hidden="true" className="flex h-2 w-full gap-px overflow-hidden rounded-full">
      {bandOrder.map(
        (band) => counts[band] > 0 && <span key={band} className={fills[band]} style={{ flexGrow: counts[band] }} />,
      )}
    </span>
  );
}
