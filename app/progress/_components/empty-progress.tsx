import Link from "next/link";
import { Tex } from "#components/math/tex.tsx";
import { button } from "#components/ui/button.ts";

/** Before the first exercise. */
export function EmptyProgress() {
  return (
    <div className="mt-8 max-w-measure border-y border-rule py-10">
      <p className="text-center text-h2">
        <Tex display>{"w_{\\text{new}} = w - \\alpha\\,\\dfrac{\\partial L}{\\partial w}"}</Tex>
      </p>
      <p className="mt-4 text-lead">Nothing here yet, and every descent begins with one step.</p>
      <p className="mt-2 mb-6 text-muted">
        What you answer shows up here: by exercise, by skill, and day by day. It is kept, also without an account.
      </p>
      <Link href="/practice" className={button.primary}>
        Choose an exercise
      </Link>
    </div>
  );
}
