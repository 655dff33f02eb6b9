"use client";

import { button } from "#components/ui/button.ts";
import type { DraftStatus } from "./use-draft.ts";

interface DraftNoteProps {
  status: DraftStatus;
  onPutBack(): void;
  onDrop(): void;
}

/** Says where what is typed and not checked is kept, when the server does not have it. */
export function DraftNote({ status, onPutBack, onDrop }: DraftNoteProps) {
  return (
    <div role="status" className="mt-4 font-sans text-note empty:hidden">
      {status.is === "unsent" && (
        <p className="border-l-4 border-hold bg-hold-wash px-4 py-2.5 text-ink">
          <strong>Not saved yet:</strong> {status.why}. Kept {status.inBrowser ? "in this browser" : "on this page"}.
        </p>
      )}
      {status.is === "overtaken" && (
        <div className="border-l-4 border-hold bg-hold-wash px-4 py-3 text-ink">
          <p>
            <strong>Typed here, and never saved:</strong> something else was saved since. What stands above is the newer
            one.
          </p>
          <div className="mt-3 flex flex-wrap gap-3">
            <button type="button" onClick={onPutBack} className={button.secondary}>
              Put the other back
            </button>
            <button type="button" onClick={onDrop} className={button.secondary}>
              Forget it
            </button>
          </div>
        </div>
      )}
    </div>
  );
}
