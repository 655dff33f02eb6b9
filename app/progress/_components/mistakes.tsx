import { startDrill } from "#app/_actions/start-drill.ts";
import { Sentence } from "#components/math/sentence.tsx";
import { button } from "#components/ui/button.ts";
import { type Mistake, mistakeDays } from "#lib/course/progress-mistakes.ts";
import { counted, shortDay } from "./words.ts";

interface MistakesProps {
  mistakes: readonly Mistake[];
  timeZone: string;
}

/** The mistakes that came most often, in the words they were told in, each with what to read and a drill on it. */
export function Mistakes({ mistakes, timeZone }: MistakesProps) {
  return (
    <section aria-labelledby="mistakes">
      <h2 id="mistakes" className="text-h2">
        What goes wrong most often
      </h2>
      <p className="mt-1 max-w-measure text-note text-muted">
        Mistakes that were recognised in your answers, those of the last {mistakeDays} days first.
      </p>
      <form action={startDrill} aria-label="Mistakes">
        <input type="hidden" name="length" value="5" />
        <ol className="mt-4 divide-y divide-rule border-t border-rule">
          {mistakes.map((mistake) => (
            <Item key={`${mistake.exercise} ${mistake.words} ${mistake.says}`} mistake={mistake} timeZone={timeZone} />
          ))}
        </ol>
      </form>
    </section>
  );
}

function Item({ mistake, timeZone }: { mistake: Mistake; timeZone: string }) {
  const { exercise, title, words, says, reading } = mistake;
  return (
    <li className="py-4 lg:grid lg:grid-cols-[1fr_21rem] lg:gap-x-12">
      <div>
        <p className="max-w-measure">
          <Sentence>{says}</Sentence>
        </p>
        <p className="mt-1 font-sans text-fine text-muted">
          {title}: {words}
        </p>
      </div>
      <div className="mt-2 font-sans text-note lg:mt-0">
        <p className="lining-nums tabular-nums">{frequency(mistake)}</p>
        <p className="text-fine text-muted">{trend(mistake, timeZone)}</p>
        <div className="mt-1 flex flex-wrap items-center gap-x-5">
          <button type="submit" name="exercises" value={exercise} className={`${button.quiet} min-h-10`}>
            Drill this<span className="sr-only">: {title}</span>
          </button>
          {reading && (
            <a href={`/learn/${reading.lesson}#${reading.idea}`} className="link inline-flex min-h-10 items-center">
              Read: {reading.title}
            </a>
          )}
        </div>
      </div>
    </li>
  );
}

function frequency({ ever, lately }: Mistake): string {
  if (lately === 0) return `${counted(ever, "time")}, not in the last ${mistakeDays} days`;
  return lately === ever ? counted(ever, "time") : `${counted(lately, "time")} lately, ${ever} in all`;
}

/** Whether it came again, in the light of what was answered since. */
function trend({ at, since }: Mistake, timeZone: string): string {
  const day = shortDay(Date.parse(at), timeZone);
  if (since === 0) return `Last seen ${day}, in your latest try`;
  return `Not seen since ${day}, in ${since === 1 ? "1 try" : `${since} tries`}`;
}
