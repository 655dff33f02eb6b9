import Link from "next/link";
import { Gone } from "#app/_components/sitting/gone.tsx";
import { Reviewed } from "#app/_components/sitting/reviewed.tsx";
import { ReadLink } from "#app/_components/workspace/read-link.tsx";
import type { Actor } from "#lib/course/actor.ts";
import { type QuizItemResult, readSittingItem } from "#lib/course/quiz-sitting.ts";
import { ideaDrilledBy } from "#lib/tutorial/find-idea.ts";

interface ReviewItemProps {
  actor: Actor;
  attempt: string;
  result: QuizItemResult | undefined;
  /** Else it stands among others, and bears its number and title. */
  isAlone: boolean;
}

/** One item of a quiz that is over: what was asked, the receipt of the answer, and the solution. */
export async function ReviewItem({ actor, attempt, result, isAlone }: ReviewItemProps) {
  const practice = result && (await readSittingItem(actor, { attempt, position: result.position }));
  if (!result || !practice) return null;
  const { position, title, exerciseId, level } = result;
  return (
    <section
      aria-label={`Item ${position}: ${title}`}
      className={`max-w-[42rem] ${isAlone ? "mt-8" : "far mt-14 border-t border-rule pt-8"}`}
    >
      {!isAlone && (
        <h2 className="mb-4 text-h2">
          {position}. {title}
        </h2>
      )}
      {practice.state === "broken" ? <Gone /> : <Reviewed practice={practice} />}
      <ul className="screen-only mt-8 flex flex-wrap gap-x-6 gap-y-1 font-sans text-note">
        <li>
          <Link href={`/practice/${exerciseId}?level=${level}`} className="link inline-block py-1.5">
            Practise this exercise
          </Link>
        </li>
        <Lesson exercise={exerciseId} level={level} />
      </ul>
    </section>
  );
}

function Lesson({ exercise, level }: { exercise: string; level: number }) {
  const idea = ideaDrilledBy(exercise);
  return (
    idea && (
      <li>
        <ReadLink idea={idea} place={{ exercise, level }} />
      </li>
    )
  );
}
