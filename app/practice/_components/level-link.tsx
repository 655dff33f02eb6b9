import { Check, Circle, CircleDot } from "lucide-react";
import Link from "next/link";
import type { ExerciseCard } from "#lib/course/exercises.ts";

const looks = {
  new: { Icon: Circle, word: "not begun", tone: "border-rule text-muted" },
  begun: { Icon: CircleDot, word: "begun", tone: "border-accent text-accent" },
  right: { Icon: Check, word: "answered right", tone: "border-correct bg-correct-wash text-correct" },
} as const;

/** One level of an exercise as a link, with how far one is: a sign to see, words to hear. */
export function LevelLink({ id, level, state, best }: { id: string } & ExerciseCard["levels"][number]) {
  const { Icon, word, tone } = looks[state];
  const score = state === "right" && best !== null ? `, best ${Math.round(100 * best)} %` : "";
  return (
    <Link
      href={`/practice/${id}?level=${level}`}
      title={`Level ${level}: ${word}${score}`}
      className={`inline-flex min-h-10 items-center gap-1.5 rounded border px-3 font-sans text-control font-medium hover:border-accent ${tone}`}
    >
      <Icon aria-hidden="true" size={14} strokeWidth={2.25} />
      <span className="sr-only">Level </span>
      {level}
      <span className="sr-only">
        : {word}
        {score}
      </span>
    </Link>
  );
}
