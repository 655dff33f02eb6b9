import { Sign } from "#components/ui/sign.tsx";

export type BandName = "new" | "weak" | "growing" | "mastered";

const bands = {
  new: { sign: "dashed", word: "New", tone: "text-muted" },
  weak: { sign: "ring", word: "Weak", tone: "text-hold" },
  growing: { sign: "dot", word: "Growing", tone: "text-accent" },
  mastered: { sign: "ticked", word: "Mastered", tone: "text-correct" },
} as const satisfies Record<BandName, unknown>;

/** The word for a band of mastery. */
export const wordOf = (band: BandName): string => bands[band].word;

/** How well a skill is known: an icon and a word, so that colour is never all there is. */
export function Band({ band }: { band: BandName }) {
  const { sign, word, tone } = bands[band];
  return (
    <span className={`inline-flex items-center gap-1.5 font-sans text-fine font-medium whitespace-nowrap ${tone}`}>
      <Sign sign={sign} size={15} />
      {word}
    </span>
  );
}
