import type { Metadata } from "next";
import { v4 as newKey } from "uuid";
import { currentActor } from "#lib/auth/current-actor.ts";
import { listMyQuizzes } from "#lib/course/quiz-past.ts";
import { listTopics } from "#lib/course/topics.ts";
import { BuildForm } from "./_components/build-form.tsx";
import { Earlier, Unfinished } from "./_components/my-quizzes.tsx";
import { ReadyList } from "./_components/ready-list.tsx";

export const metadata: Metadata = {
  title: "Quiz",
  description: "Take a quiz on a topic or build your own, with a timer if you like, and share it with a friend.",
};

export default async function QuizPage() {
  const { unfinished, finished, waiting } = await listMyQuizzes(await currentActor());
  const formKey = newKey();
  return (
    <>
      <header className="border-b border-rule pb-6">
        <h1 className="text-h1">Quiz</h1>
        <p className="mt-2 max-w-measure">
          Several exercises in one sitting, with one try at each and no hints: to find out what stays when nobody helps.
        </p>
      </header>
      <Unfinished unfinished={unfinished} />
      <section aria-labelledby="ready" className="mt-10">
        <h2 id="ready" className="text-h2">
          Ready to take
        </h2>
        <p className="mt-1 text-note text-muted">The numbers are drawn for you. The clock starts when you say so.</p>
        <ReadyList formKey={formKey} />
      </section>
      <section aria-labelledby="build" className="mt-16">
        <h2 id="build" className="text-h2">
          Build your own
        </h2>
        <p className="mt-1 text-note text-muted">You can send it to a friend, who gets the same numbers.</p>
        <BuildForm formKey={formKey} topics={listTopics().map(({ id, name }) => ({ id, name }))} />
      </section>
      <Earlier finished={finished} waiting={waiting} />
    </>
  );
}
