import type { Metadata } from "next";
import Link from "next/link";

export const metadata: Metadata = { title: "Deleted" };

/** Where a deletion ends. */
export default function DeletedPage() {
  return (
    <div className="max-w-measure">
      <h1 className="text-h1">It is deleted</h1>
      <p className="mt-4">
        Your account and all that belonged to it are gone, or, without an account, all you did in this browser. Thank
        you for having worked with us.
      </p>
      <p className="mt-4">
        The exercises stay open to everybody; you may{" "}
        <Link href="/practice" className="link">
          begin anew
        </Link>{" "}
        whenever you like.
      </p>
    </div>
  );
}
