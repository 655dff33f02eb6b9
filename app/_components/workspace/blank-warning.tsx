"use client";

import { useEffect, useRef } from "react";
import { button } from "#components/ui/button.ts";

interface BlankWarningProps {
  blank: readonly string[];
  isAll: boolean;
  onCheck(): void;
  onBack(): void;
}

/** Said before an answer with blank parts goes out. */
export function BlankWarning({ blank, isAll, onCheck, onBack }: BlankWarningProps) {
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => note.current?.focus(), []);
  return (
    <div
      ref={note}
      role="alert"
      tabIndex={-1}
      className="mt-4 rounded border-l-4 border-hold bg-hold-wash px-4 py-3 font-sans text-note text-ink outline-none"
    >
      {isAll ? (
        <p>Nothing is answered yet. Give at least one part, then check.</p>
      ) : (
        <>
          <p>Still blank: {blank.join(", ")}. A blank part scores 0; the others are judged.</p>
          <div className="mt-3 flex flex-wrap gap-3">
            <button type="button" onClick={onBack} className={button.secondary}>
              Fill it in
            </button>
            <button type="button" onClick={onCheck} className={button.secondary}>
              Check as it is
            </button>
          </div>
        </>
      )}
    </div>
  );
}
