import { takeQuiz } from "#app/_actions/take-quiz.ts";
import { ActionButton } from "#app/_components/form/action-button.tsx";
import { readyQuizzes } from "#lib/course/quiz-ready.ts";
import { capitalised, items, levels, minutes } from "./in-words.ts";

/** The quizzes that are ready, one for each topic and one across all. */
export function ReadyList({ formKey }: { formKey: string }) {
  return (
    <ul className="mt-4 grid gap-x-14 border-t border-rule lg:grid-cols-2">
      {readyQuizzes.map(({ id, title, says, length, levels: chosen, minutes: limit }) => (
        <li
          key={id}
          className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 border-b border-rule py-5 lg:flex-nowrap"
        >
          <div className="max-w-measure">
            <h3 className="text-h3">{title}</h3>
            <p className="mt-0.5">{says}</p>
            <p className="mt-1 font-sans text-fine text-muted">
              {capitalised(`${items(length)} · ${levels(chosen)} · ${minutes(limit)}`)}
            </p>
          </div>
          <ActionButton action={takeQuiz} fields={{ key: formKey, ready: id }} look="secondary">
            <span className="whitespace-nowrap">
              Take it<span className="sr-only">, {title}</span>
            </span>
          </ActionButton>
        </li>
      ))}
    </ul>
  );
}
