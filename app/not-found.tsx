import Link from "next/link";
import { Tex } from "#components/math/tex.tsx";

export const metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <div className="max-w-measure">
      <p className="eyebrow">404</p>
      <h1 className="text-h1">This page is not in the book</h1>
      <div className="my-4 text-h3">
        <Tex display>{"\\lim_{x \\to \\text{here}} f(x) = \\text{undefined}"}</Tex>
      </div>
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
