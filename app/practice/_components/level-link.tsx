import Link from "next/link";
import { addressAt } from "#app/practice/exercise-address.ts";
import { Sign } from "#components/ui/sign.tsx";
import type { ExerciseCard } from "#lib/course/exercises.ts";

const looks = {
  new: { sign: "ring", word: "not begun", tone: "border-rule text-muted" },
  begun: { sign: "dot", word: "begun", tone: "border-accent text-accent" },
  right: { sign: "tick", word: "answered right", tone: "border-correct bg-correct-wash text-correct" },
} as const;

type LevelLinkProps = ExerciseCard["levels"][number] & {
  id: string;
  /** The list it is come to from, as a query. */
  list?: string;
};

/** One level of an exercise as a link, with how far one is: a sign to see, words to hear. */
export function LevelLink({ id, level, state, best, list = "" }: LevelLinkProps) {
  const { sign, word, tone } = looks[state];
  const score = state === "right" && best !== null ? `, best ${Math.round(100 * best)} %` : "";
  const says = `Level ${level}: ${word}${score}`;
  return (
    <Link
      href={addressAt(id, { level, list })}
      // Lists are long, and few of their levels are ever opened.
      prefetch={false}
      title={says}
      aria-label={says}
      className={`level ${tone}`}
    >
      <Sign sign={sign} size={14} />
      {level}
    </Link>
  );
}
