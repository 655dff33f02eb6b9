import Link from "next/link";
import { verdictWords } from "#app/progress/_components/answer-row.tsx";
import { button } from "#components/ui/button.ts";
import { describeExercise } from "#lib/course/exercises.ts";
import { type HistoryQuery, verdicts } from "#lib/course/progress-history.ts";
import { listTopics } from "#lib/course/topics.ts";

/** What to show of the history: a form that leads to the address of it, without JavaScript. */
export function Filter({ query: { topic, exercise, verdict } }: { query: Omit<HistoryQuery, "before"> }) {
  return (
    <form action="/progress/history" className="flex flex-wrap items-end gap-x-5 gap-y-3 font-sans text-control">
      <Choice name="topic" label="Topic" chosen={topic} options={listTopics().map(({ id, name }) => [id, name])} />
      <Choice
        name="verdict"
        label="Verdict"
        chosen={verdict}
        options={verdicts.map((one) => [one, verdictWords[one].word])}
      />
      {exercise && (
        <Choice
          name="exercise"
          label="Exercise"
          chosen={exercise}
          options={[[exercise, describeExercise(exercise)?.title ?? exercise]]}
        />
      )}
      <button type="submit" className={button.secondary}>
        Show
      </button>
      {(topic || exercise || verdict) && (
        <Link href="/progress/history" className="link inline-block py-2.5">
          Show all
        </Link>
      )}
    </form>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  chosen: string | undefined;
  options: readonly (readonly [value: string, text: string])[];
}

function Choice({ name, label, chosen, options }: ChoiceProps) {
  return (
    <label className="block max-w-full">
      <span className="block font-medium">{label}</span>
      <select
        // A select keeps what was chosen last; another address is another form.
        key={chosen}
        name={name}
        defaultValue={chosen ?? ""}
        className="mt-1.5 h-11 max-w-full rounded border border-edge bg-raised px-3 text-[1rem] text-ink"
      >
        <option value="">All</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
