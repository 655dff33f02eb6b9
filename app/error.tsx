"use client";

import Link from "next/link";
import { useEffect } from "react";
import { button } from "#components/ui/button.ts";

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset(): void;
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  useEffect(() => {
    document.title = "Something went wrong · Chainrule";
  }, []);
  return (
    <div className="max-w-measure">
      <h1 className="text-h1">Something went wrong on our side</h1>
      <p className="mt-4">
        Nothing you have sent is lost. Try the page again; if that does not help, come back in a while.
      </p>
      {error.digest && <p className="mt-2 font-sans text-fine text-muted">For whoever looks into it: {error.digest}</p>}
      <div className="mt-6 flex flex-wrap items-center gap-5">
        <button type="button" onClick={reset} className={button.primary}>
          Try again
        </button>
        <Link href="/practice" className={button.quiet}>
          All exercises
        </Link>
      </div>
    </div>
  );
}
