import { capitalised, items, levels } from "#app/quiz/_components/in-words.ts";
import type { QuizAbout } from "#lib/course/quiz.ts";

/** What to know before the clock starts. */
export function About({ quiz }: { quiz: QuizAbout }) {
  const { minutes, feedback } = quiz.config;
  const facts = [
    ["Items", `${items(quiz.items)}, ${levels(quiz.levels)}: ${quiz.topics.join(", ")}`],
    [
      "Time",
      minutes === null
        ? "No limit. You can leave and go on later."
        : `${capitalised(`${minutes} minutes`)} from the moment you start. The clock runs on while you are away; what you have typed is handed in when it ends.`,
    ],
    [
      "Feedback",
      feedback === "at the end"
        ? "At the end: change your answers as often as you like, then hand in all together. Every answer comes back with its solution."
        : "At once: one try at each item, with the verdict and the solution right after it.",
    ],
    ["Who can open it", "Anyone with the link. Answers and scores are seen only by whoever gave them."],
  ] as const;
  return (
    <dl className="mt-6 divide-y divide-rule border-y border-rule">
      {facts.map(([name, says]) => (
        <div key={name} className="gap-x-6 py-3 sm:grid sm:grid-cols-[9rem_1fr]">
          <dt className="eyebrow sm:pt-1">{name}</dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
  );
}
