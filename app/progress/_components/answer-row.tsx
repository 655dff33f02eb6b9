import Link from "next/link";
import { LocalTime } from "#components/ui/local-time.tsx";
import type { PastAnswer, Verdict } from "#lib/course/progress-history.ts";

/** The verdicts in words, and their tones. */
export const verdictWords = {
  right: { word: "Right", tone: "text-correct" },
  partly: { word: "Partly right", tone: "text-hold" },
  wrong: { word: "Not right", tone: "text-wrong" },
  imprecise: { word: "Too few digits", tone: "text-hold" },
  undecided: { word: "Kept for review", tone: "text-hold" },
} as const satisfies Record<Verdict, unknown>;

/** A past answer in a list; it opens with its receipt. */
export function AnswerRow({ answer: { id, title, level, number, verdict, score, at } }: { answer: PastAnswer }) {
  const { word, tone } = verdictWords[verdict];
  return (
    <li className="flex flex-wrap items-baseline gap-x-6 gap-y-0.5 py-3">
      <Link href={`/progress/history/${id}`} prefetch={false} className="py-1 hover:text-accent hover:underline">
        {title}
      </Link>
      <span className="mr-auto font-sans text-fine text-muted lining-nums">
        level {level}, variant {number}
      </span>
      <span className={`font-sans text-note font-medium lining-nums ${tone}`}>
        {word}
        {score > 0 && score < 1 && `, ${Math.round(100 * score)} %`}
      </span>
      <span className="font-sans text-fine text-muted lining-nums max-sm:w-full sm:w-40 sm:text-right">
        <LocalTime iso={at} />
      </span>
    </li>
  );
}
