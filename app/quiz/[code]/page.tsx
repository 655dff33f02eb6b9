import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { startQuiz } from "#app/_actions/start-quiz.ts";
import { ActionButton } from "#app/_components/form/action-button.tsx";
import { ShareLink } from "#app/_components/share-link.tsx";
import { percent, points } from "#app/quiz/_components/in-words.ts";
import { button } from "#components/ui/button.ts";
import { LocalTime } from "#components/ui/local-time.tsx";
import { currentActor } from "#lib/auth/current-actor.ts";
import { readQuiz, titleOfQuiz } from "#lib/course/quiz.ts";
import { quizCodeSchema } from "#lib/course/quiz-code.ts";
import { About } from "./_components/about.tsx";

interface PageProps {
  params: Promise<{ code: string }>;
}

async function codeOf({ params }: PageProps): Promise<string | undefined> {
  return quizCodeSchema.safeParse((await params).code).data;
}

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const code = await codeOf(props);
  const title = code && (await titleOfQuiz(code));
  return title ? { title: `${title}, a quiz` } : { title: "Not found" };
}

/** What a quiz is like, before it is started: for whoever made it, and for whoever was sent it. */
export default async function QuizAboutPage(props: PageProps) {
  const code = await codeOf(props);
  const quiz = code === undefined ? undefined : await readQuiz(await currentActor(), code);
  if (!quiz) notFound();
  const { attempts, gone, items } = quiz;
  const running = attempts.find(({ finishedAt }) => finishedAt === null);
  const finished = attempts.filter(({ finishedAt }) => finishedAt !== null);
  const canGive = items > gone;
  return (
    <article className="max-w-measure">
      <p className="eyebrow">
        <Link href="/quiz" className="hover:text-ink hover:underline">
          Quiz
        </Link>
      </p>
      <h1 className="mt-2 text-h1 break-words">{quiz.title}</h1>
      <About quiz={quiz} />
      {gone > 0 && (
        <p className="mt-6 rounded border-l-4 border-hold bg-hold-wash px-4 py-3 font-sans text-note">
          {canGive
            ? `${gone} of its items cannot be given any more, since their exercise has changed. They are left out, and do not count.`
            : "Its exercises have changed since, so that it cannot be given any more. Build another one; nothing you have done is lost."}
        </p>
      )}
      <div className="mt-8">
        {running && (
          <Link href={`/quiz/${quiz.code}/${running.id}`} className={button.primary}>
            Go on with it
          </Link>
        )}
        {!running && canGive && (
          <>
            <ActionButton action={startQuiz} fields={{ code: quiz.code }} look="primary">
              {finished.length > 0 ? "Take it again" : "Start"}
            </ActionButton>
            {finished.length > 0 && (
              <p className="mt-2 font-sans text-note text-muted">
                The same numbers come again, so a second time says nothing about your mastery.
              </p>
            )}
          </>
        )}
      </div>
      {finished.length > 0 && (
        <section aria-labelledby="before" className="mt-12">
          <h2 id="before" className="text-h3">
            Taken before
          </h2>
          <ul className="mt-2 divide-y divide-rule border-y border-rule">
            {finished.map(({ id, finishedAt, items: counted, points: earned }) => (
              <li key={id} className="flex flex-wrap items-baseline gap-x-6 py-2 font-sans text-note">
                <Link href={`/quiz/${quiz.code}/${id}`} className="link mr-auto py-1.5">
                  <LocalTime iso={finishedAt ?? ""} />
                </Link>
                <span className="tabular-nums lining-nums">
                  {points(earned ?? 0, counted)}, {percent(earned ?? 0, counted)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="share" className="mt-12">
        <h2 id="share" className="text-h3">
          Send it to a friend
        </h2>
        <p className="mt-1">A friend who opens this link gets the same numbers, and you can compare afterwards.</p>
        <ShareLink path={`/quiz/${quiz.code}`} name="Link to this quiz" />
      </section>
    </article>
  );
}
