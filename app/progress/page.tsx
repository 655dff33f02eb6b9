import type { Metadata } from "next";
import { Later } from "#app/_components/later.tsx";
import { countBands } from "#components/chart/bands.ts";
import { currentActor, currentPreferences } from "#lib/auth/current-actor.ts";
import { progressOf } from "#lib/course/progress.ts";
import { accuracyOf } from "#lib/course/progress-accuracy.ts";
import { calendarOf } from "#lib/course/progress-calendar.ts";
import { historyOf } from "#lib/course/progress-history.ts";
import { masteriesOf } from "#lib/course/progress-mastery.ts";
import { mistakesOf } from "#lib/course/progress-mistakes.ts";
import { reviewsOf } from "#lib/course/progress-reviews.ts";
import { settleFor } from "#lib/course/quiz-hand-in.ts";
import { Accuracy } from "./_components/accuracy.tsx";
import { EmptyProgress } from "./_components/empty-progress.tsx";
import { ExerciseTable } from "./_components/exercise-table.tsx";
import { GuestNote } from "./_components/guest-note.tsx";
import { Mastery } from "./_components/mastery.tsx";
import { Mistakes } from "./_components/mistakes.tsx";
import { NextUp } from "./_components/next-up.tsx";
import { PracticeCalendar } from "./_components/practice-calendar.tsx";
import { RecentAnswers } from "./_components/recent-answers.tsx";
import { Reviews } from "./_components/reviews.tsx";
import { Totals } from "./_components/totals.tsx";

export const metadata: Metadata = {
  title: "Progress",
  description: "What you have done, how well you know each skill, and what is worth doing next.",
};

const mostRecent = 5;

export default async function ProgressPage() {
  const actor = await currentActor();
  await settleFor(actor);
  const { timeZone: chosen, dailyGoal } = await currentPreferences();
  const timeZone = chosen ?? "UTC";
  const now = { at: new Date(), timeZone };
  const [progress, skills, accuracy, calendar, reviews, mistakes, recent] = await Promise.all([
    progressOf(actor),
    masteriesOf(actor, now.at),
    accuracyOf(actor, now.at),
    calendarOf(actor, now),
    reviewsOf(actor, now),
    mistakesOf(actor, now.at),
    historyOf(actor, {}, mostRecent),
  ]);
  const { submissions, right, topics } = progress;
  const hasBegun = topics.length > 0;
  return (
    <>
      <h1 className="text-h1">Progress</h1>
      {!hasBegun && <EmptyProgress />}
      {hasBegun && (
        <div className="mt-8 space-y-14">
          <Totals submissions={submissions} right={right} days={calendar.days.length} />
          {actor.kind !== "user" && <GuestNote />}
          <NextUp due={reviews[0]?.count ?? 0} counts={countBands(skills.map(({ band }) => band))} />
          <Mastery skills={skills} now={now} />
          <Later>
            {accuracy.length > 0 && <Accuracy topics={accuracy} />}
            <div className="grid gap-14 lg:grid-cols-2 [&>*]:min-w-0">
              <PracticeCalendar calendar={calendar} goal={dailyGoal} zoned={chosen !== null} />
              <Reviews days={reviews} />
            </div>
            {mistakes.length > 0 && <Mistakes mistakes={mistakes} timeZone={timeZone} />}
            <ExerciseTable topics={topics} />
            {recent.answers.length > 0 && <RecentAnswers answers={recent.answers} />}
          </Later>
        </div>
      )}
    </>
  );
}
