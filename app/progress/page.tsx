import type { Metadata } from "next";
import Link from "next/link";
import { currentActor } from "#lib/auth/current-actor.ts";
import { progressOf } from "#lib/course/progress.ts";
import { EmptyProgress } from "./_components/empty-progress.tsx";
import { ExerciseTable } from "./_components/exercise-table.tsx";
import { RecentAnswers } from "./_components/recent-answers.tsx";
import { SkillList } from "./_components/skill-list.tsx";
import { Totals } from "./_components/totals.tsx";

export const metadata: Metadata = { title: "Progress" };

export default async function ProgressPage() {
  const actor = await currentActor();
  const progress = await progressOf(actor);
  const hasBegun = progress.exercises.length > 0;
  return (
    <>
      <h1 className="text-h1">Progress</h1>
      {!hasBegun && <EmptyProgress />}
      {hasBegun && (
        <div className="mt-8 space-y-14">
          <Totals progress={progress} />
          {actor.kind !== "user" && (
            <p className="max-w-measure border-l-2 border-accent pl-4 text-note">
              This is kept for this browser.{" "}
              <Link href="/sign-up" className="link">
                Make an account
              </Link>{" "}
              to have it everywhere; everything here moves with you.
            </p>
          )}
          <ExerciseTable exercises={progress.exercises} />
          {progress.skills.length > 0 && <SkillList skills={progress.skills} />}
          {progress.recent.length > 0 && <RecentAnswers recent={progress.recent} />}
        </div>
      )}
    </>
  );
}
