import Link from "next/link";
import { LocalTime } from "#components/ui/local-time.tsx";
import type { Progress } from "#lib/course/progress.ts";

const words: Readonly<Record<string, { word: string; tone: string }>> = {
  right: { word: "right", tone: "text-correct" },
  partly: { word: "partly right", tone: "text-hold" },
  wrong: { word: "not right", tone: "text-wrong" },
  imprecise: { word: "too few digits", tone: "text-hold" },
};

/** The latest answers, newest first. */
export function RecentAnswers({ recent }: Pick<Progress, "recent">) {
  return (
    <section aria-labelledby="recent">
      <h2 id="recent" className="text-h2">
        Lately
      </h2>
      <ol className="mt-4 divide-y divide-rule border-t border-rule">
        {recent.map(({ variantId, exerciseId, title, level, number, verdict, score, at }) => (
          <li key={`${variantId} ${at}`} className="flex flex-wrap items-baseline gap-x-6 gap-y-0.5 py-3">
            <Link href={`/practice/${exerciseId}?level=${level}`} className="hover:text-accent hover:underline">
              {title}
            </Link>
            <span className="mr-auto font-sans text-fine text-muted">
              level {level}, variant {number}
            </span>
            <span className={`font-sans text-note font-medium ${words[verdict]?.tone ?? ""}`}>
              {words[verdict]?.word ?? verdict}
              {score > 0 && `, ${Math.round(100 * score)} %`}
            </span>
            <span className="font-sans text-fine text-muted max-sm:w-full sm:w-40 sm:text-right">
              <LocalTime iso={at} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
