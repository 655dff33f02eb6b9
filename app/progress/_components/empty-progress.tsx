import Link from "next/link";
import { Tex } from "#components/math/tex.tsx";
import { button } from "#components/ui/button.ts";

/** Before the first answer. */
export function EmptyProgress() {
  return (
    <div className="mt-8 max-w-measure border-y border-rule py-10">
      <p className="text-center text-h2">
        <Tex display>{"w_{\\text{new}} = w - \\alpha\\,\\dfrac{\\partial L}{\\partial w}"}</Tex>
      </p>
      <p className="mt-4 text-lead">Nothing here yet, and every descent begins with one step.</p>
      <p className="mt-2 mb-6 text-muted">
        What you answer shows up here: skill by skill, topic by topic, and day by day. It is kept, also without an
        account.
      </p>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Link href="/practice" className={button.primary}>
          Choose an exercise
        </Link>
        <Link href="/placement" className="link inline-block py-2 font-sans text-control">
          Find where to begin
        </Link>
      </div>
    </div>
  );
}
