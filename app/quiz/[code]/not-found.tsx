import Link from "next/link";

export const metadata = { title: "Not found" };

/** A code that is no quiz's, or an attempt that is somebody else's. */
export default function QuizNotFound() {
  return (
    <div className="max-w-measure">
      <p className="eyebrow">404</p>
      <h1 className="text-h1">There is no such quiz here</h1>
      <p className="mt-4">
        The link may have lost a letter on its way: ask whoever sent it to copy it once more. How somebody did in a quiz
        is shown only to them, in the browser or the account they took it with.
      </p>
      <p className="mt-4">
        Or{" "}
        <Link href="/quiz" className="link">
          take or build a quiz
        </Link>{" "}
        of your own.
      </p>
    </div>
  );
}
