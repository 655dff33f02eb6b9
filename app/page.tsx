import Link from "next/link";
import { Tex } from "#components/math/tex.tsx";
import { button } from "#components/ui/button.ts";
import { currentActor, currentPreferences } from "#lib/auth/current-actor.ts";
import { specimen } from "#lib/course/specimen.ts";
import { todayOf } from "#lib/course/today.ts";
import { listTopics } from "#lib/course/topics.ts";
import { SpecimenPage } from "./_components/specimen-page.tsx";
import { Today } from "./_components/today.tsx";

/** What all of it comes down to. */
const chainRule =
  "\\frac{\\partial L}{\\partial w} = \\frac{\\partial L}{\\partial a} \\cdot \\frac{\\partial a}{\\partial z} \\cdot \\frac{\\partial z}{\\partial w}";

export default async function HomePage() {
  const [actor, { dailyGoal, timeZone }] = [await currentActor(), await currentPreferences()];
  const today = await todayOf(actor, { at: new Date(), timeZone: timeZone ?? "UTC" });
  return (
    <>
      {today ? <Today today={today} goal={dailyGoal} /> : <Welcome />}
      <section aria-labelledby="topics" className="mt-16">
        <h2 id="topics" className="text-h2">
          Six topics, one course
        </h2>
        <ol className="mt-5 grid gap-x-14 md:grid-cols-2">
          {listTopics().map(({ id, name, section, says, exercises: count }) => (
            <li key={id} className="grid grid-cols-[2.25rem_1fr] border-t border-rule py-5">
              <span className="text-lead text-muted lining-nums" aria-hidden="true">
                {section}
              </span>
              <div>
                <h3 className="text-h3">
                  <Link href={`/practice/${id}`} className="hover:text-accent hover:underline">
                    {name}
                  </Link>
                </h3>
                <p>{says}</p>
                <p className="mt-1 font-sans text-fine text-muted">
                  {count} {count === 1 ? "exercise" : "exercises"}, three levels each
                </p>
              </div>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

/** For somebody who has not begun: what it is, and an exercise as it is met. */
function Welcome() {
  const example = specimen();
  return (
    <>
      <section className="py-6 md:py-14 lg:grid lg:grid-cols-[minmax(0,42rem)_auto] lg:items-center lg:justify-between lg:gap-x-10">
        <div>
          <h1 className="text-display tracking-[-0.02em]">The mathematics of machine learning, done by hand</h1>
          <p className="mt-6 text-lead">
            {catalogueSize()} exercises from vectors to backpropagation, each with new numbers as often as you like.
            Type an answer as you would write it; see at once whether it is right, how it was read, and where it went
            wrong.
          </p>
          <div className="mt-8 flex flex-wrap items-center gap-x-7 gap-y-4">
            <Link href="/practice" className={button.primary}>
              Choose an exercise
            </Link>
            <Link href="/placement" className={button.quiet}>
              Find where to begin
            </Link>
            <Link href="/practice/linear-algebra/matmul-shape" className={button.quiet}>
              Begin at the beginning
            </Link>
          </div>
          <p className="mt-5 font-sans text-note text-muted">No account needed; what you do is kept.</p>
        </div>
        <p className="hidden text-[1.75rem] text-accent lg:block">
          <Tex display>{chainRule}</Tex>
        </p>
      </section>
      {example && <SpecimenPage specimen={example} />}
    </>
  );
}

const catalogueSize = () => listTopics().reduce((sum, { exercises }) => sum + exercises, 0);
