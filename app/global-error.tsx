"use client";

import "./globals.css";
import { button } from "#components/ui/button.ts";

/** Where even the layout failed: a page that needs nothing else. */
export default function GlobalError({ reset }: { error: Error; reset(): void }) {
  return (
    <html lang="en">
      <body className="grid min-h-dvh place-items-center px-5">
        <title>Something went wrong · Chainrule</title>
        <main className="max-w-measure">
          <h1 className="text-h1">Something went wrong on our side</h1>
          <p className="mt-4 mb-6">Nothing you have sent is lost. Try again, or come back in a while.</p>
          <button type="button" onClick={reset} className={button.primary}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
