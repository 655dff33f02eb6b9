/** The bands of mastery in the order they are drawn, and their colours; `Band` of components/mastery has their words. */
import type { BandName } from "#components/mastery/band.tsx";

export const bandOrder = ["mastered", "growing", "weak", "new"] as const satisfies readonly BandName[];

/** How many of each there are. */
export type BandCounts = Readonly<Record<BandName, number>>;

export function countBands(bands: readonly BandName[]): BandCounts {
  const count = (band: BandName) => bands.filter((one) => one === band).length;
  return { mastered: count("mastered"), growing: count("growing"), weak: count("weak"), new: count("new") };
}

/** "5 mastered, 3 growing, 9 new"; bands that are empty are not named. */
export const bandsInWords = (counts: BandCounts): string =>
  bandOrder
    .filter((band) => counts[band] > 0)
    .map((band) => `${counts[band]} ${band}`)
    .join(", ");
