import Link from "next/link";

/** For somebody without an account: where their work is kept. */
export function GuestNote() {
  return (
    <p className="max-w-measure border-l-2 border-accent pl-4 text-note">
      This is kept for this browser.{" "}
      <Link href="/sign-up" className="link">
        Make an account
      </Link>{" "}
      to have it everywhere; everything here moves with you.
    </p>
  );
}
