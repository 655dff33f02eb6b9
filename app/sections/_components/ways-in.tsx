import Link from "next/link";
import { button } from "#components/ui/button.ts";

/** For somebody without an account: how to get one, and come back here. */
export function WaysIn({ back, children }: { back: string; children: string }) {
  return (
    <div className="max-w-measure">
      <p>{children}</p>
      <p className="mt-5 flex flex-wrap items-center gap-x-6 gap-y-3">
        <Link href={{ pathname: "/sign-in", query: { callbackUrl: back } }} className={button.primary}>
          Sign in
        </Link>
        <Link href={{ pathname: "/sign-up", query: { callbackUrl: back } }} className={button.secondary}>
          Make an account
        </Link>
      </p>
    </div>
  );
}
