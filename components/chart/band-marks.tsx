import type { BandName } from "#components/mastery/band.tsx";

interface Marked {
  band: BandName;
  x: number;
  y: number;
}

/**
 * The marks of bands on a drawing: a ring for weak, one with a dot for growing, a full one with a tick for mastered; new
 * has none. Those of one kind are one path: a line of no length with round ends is a disc.
 */
export function BandMarks({ places }: { places: readonly Marked[] }) {
  const of = (...bands: BandName[]) =>
    places
      .filter(({ band }) => bands.includes(band))
      .map(({ x, y }) => `M${x} ${y}h0`)
      .join("");
  const ticks = places.filter(({ band }) => band === "mastered").map(({ x, y }) => `M${x - 3} ${y}l2 2.2 4-4.4`);
  return (
    <g strokeLinecap="round">
      <path d={of("weak")} stroke="var(--hold)" strokeWidth="14" />
      <path d={of("growing")} stroke="var(--accent)" strokeWidth="14" />
      <path d={of("mastered")} stroke="var(--correct)" strokeWidth="14" />
      <path d={of("weak", "growing")} stroke="var(--paper)" strokeWidth="10.5" />
      <path d={of("growing")} stroke="var(--accent)" strokeWidth="5" />
      <path d={ticks.join("")} stroke="var(--paper)" strokeWidth="1.8" fill="none" />
    </g>
  );
}
