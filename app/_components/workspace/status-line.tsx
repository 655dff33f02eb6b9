"use client";

import { button } from "#components/ui/button.ts";
import type { Status } from "./use-submission.ts";

interface StatusLineProps {
  status: Status;
  onRetry(): void;
  onRecall(): void;
}

/** What became of the last check, where it did not come to a verdict. */
export function StatusLine({ status, onRetry, onRecall }: StatusLineProps) {
  return (
    <div role="status" className="mt-4 font-sans text-note empty:hidden">
      {status.is === "unreadable" && (
        <p className="text-hold">
          This could not be read, so it was not judged and <strong>no try was used</strong>. What you typed is still
          there; the place is marked above.
        </p>
      )}
      {status.is === "refused" && <p className="text-wrong">{status.message}</p>}
      {status.is === "unsent" && (
        <div className="rounded border-l-4 border-hold bg-hold-wash px-4 py-3 text-ink">
          <p>
            <strong>Not sent yet.</strong> {status.message} Your answer is kept in this browser, and goes out by itself
            as soon as it can.
          </p>
          <div className="mt-3 flex flex-wrap gap-3">
            <button type="button" onClick={onRetry} className={button.secondary}>
              Send it now
            </button>
            <button type="button" onClick={onRecall} className={button.secondary}>
              Change it first
            </button>
          </div>
        </div>
      )}
    </div>
  );
}
