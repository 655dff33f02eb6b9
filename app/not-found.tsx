import Link from "next/link";

export const metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <div className="max-w-measure">
      <p className="eyebrow">404</p>
      <h1 className="text-h1">This page is not in the book</h1>
      {/* Set by hand: this page comes along with every other, and should not bring the fonts of formulas with it. */}
      <p className="my-4 flex items-start gap-x-2 text-h3">
        <span className="inline-flex flex-col items-center">
          lim
          <span className="-mt-2 text-[0.7em]">
            <i>x</i> → here
          </span>
        </span>
        <span>
          <i>f</i>(<i>x</i>) = undefined
        </span>
      </p>
      <p>
        The address may have a slip in it, or what stood here has moved. Look through{" "}
        <Link href="/practice" className="link">
          all exercises
        </Link>{" "}
        or go{" "}
        <Link href="/" className="link">
          home
        </Link>
        .
      </p>
    </div>
  );
}
