import Link from "next/link";
import type { FinishedQuiz, QuizItemResult } from "#lib/course/quiz-sitting.ts";

const words = {
  right: { word: "right", tone: "text-correct" },
  partly: { word: "partly right", tone: "text-hold" },
  wrong: { word: "not right", tone: "text-wrong" },
  imprecise: { word: "nearly right", tone: "text-hold" },
  undecided: { word: "kept for review", tone: "text-hold" },
  blank: { word: "left blank", tone: "text-muted" },
  unreadable: { word: "could not be read", tone: "text-hold" },
  gone: { word: "left out", tone: "text-muted" },
} as const satisfies Record<QuizItemResult["verdict"], unknown>;

/** Every item with what became of it. */
export function ResultTable({ items, address }: Pick<FinishedQuiz, "items"> & { address: string }) {
  return (
    <table className="mt-6 w-full max-w-[42rem] tabular-nums lining-nums">
      <caption className="sr-only">The items and what they earned</caption>
      <thead>
        <tr className="border-b border-ink text-left font-sans text-note">
          <th scope="col" className="w-9 py-2 font-medium">
            <span className="sr-only">Number</span>
          </th>
          <th scope="col" className="py-2 pr-4 font-medium">
            Item
          </th>
          <th scope="col" className="py-2 text-right font-medium">
            Earned
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ position, title, verdict, score }) => (
          <tr key={position} className="border-b border-rule align-top">
            <td className="py-3.5 font-sans text-note text-muted">{position}</td>
            <th scope="row" className="py-2 pr-4 text-left font-normal">
              <Link href={`${address}?item=${position}`} prefetch={false} className="link inline-block py-1.5">
                {title}
              </Link>
            </th>
            <td className="py-3.5 text-right font-sans text-note whitespace-nowrap">
              <span className={`font-medium ${words[verdict].tone}`}>{words[verdict].word}</span>
              {score !== null && <span className="block text-fine text-muted">{Math.round(100 * score)} %</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
