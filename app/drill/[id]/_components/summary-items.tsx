import Link from "next/link";
import type { SummaryItem } from "#lib/course/drill-summary.ts";
import { durationInWords } from "./duration.ts";
import { whyInWords } from "./why.ts";

/** Every item in its order: why it was chosen, and how it went. */
export function SummaryItems({ items }: { items: readonly SummaryItem[] }) {
  return (
    <section aria-labelledby="items" className="mt-14 max-w-measure">
      <h2 id="items" className="text-h2">
        Item by item
      </h2>
      <ol className="mt-4 divide-y divide-rule border-y border-rule">
        {items.map((item) => (
          <Item key={item.position} item={item} />
        ))}
      </ol>
    </section>
  );
}

function Item({ item }: { item: SummaryItem }) {
  const { exercise, level, number, why, seconds, lesson, outcome } = item;
  const { word, tone } = outcomeInWords(item);
  return (
    <li className="py-3.5" data-outcome={outcome ?? "skipped"}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5">
        <Link href={`/practice/${exercise.id}?level=${level}&variant=${number}`} className="link inline-block py-1">
          {exercise.title}
        </Link>
        <span className={`font-sans text-note font-medium ${tone}`}>{word}</span>
      </div>
      <p className="text-note text-muted">{whyInWords(why)}</p>
      <p className="mt-0.5 font-sans text-fine text-muted">
        Level {level}
        {seconds > 0 && ` · ${durationInWords(seconds)}`}
        {lesson && (
          <>
            {" · "}
            <a href={`/learn/${lesson.lesson}#${lesson.idea}`} className="link inline-block py-1">
              Read: {lesson.title}
            </a>
          </>
        )}
      </p>
    </li>
  );
}

function outcomeInWords({ outcome, isPartly, rightLater }: SummaryItem): { word: string; tone: string } {
  switch (outcome) {
    case "right":
      return { word: "right", tone: "text-correct" };
    case "hinted":
      return { word: "right, with a hint", tone: "text-correct" };
    case "wrong":
      if (rightLater) return { word: "right in the end", tone: "text-hold" };
      return isPartly ? { word: "partly right", tone: "text-hold" } : { word: "not right", tone: "text-wrong" };
    case "shown":
      return { word: "solution read", tone: "text-muted" };
    case "broken":
      return { word: "broken, our mistake", tone: "text-muted" };
    case null:
      return { word: "passed by", tone: "text-muted" };
  }
}
