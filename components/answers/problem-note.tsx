"use client";

import { CircleHelp } from "lucide-react";
import { Typeset } from "#components/math/typeset-html.tsx";
import type { ShownProblem } from "./preview.ts";

interface ProblemNoteProps {
  problem: ShownProblem;
  raw: string;
  /** Puts another text into the field. */
  retype(text: string): void;
}

/** What cannot be read, where, and what to type instead; or the readings to choose from. */
export function ProblemNote({ problem, raw, retype }: ProblemNoteProps) {
  return (
    <div className="mt-1.5 flex gap-2 font-sans text-note text-hold">
      <CircleHelp aria-hidden="true" size={17} className="mt-[3px] shrink-0" />
      <div className="min-w-0">
        <p>{problem.message}</p>
        {problem.outcome === "unreadable" ? (
          <Place raw={raw} at={problem.at} suggestion={problem.suggestion} />
        ) : (
          <div className="mt-2 flex flex-wrap gap-2">
            {problem.readings.map(({ typed, html }) => (
              <button
                key={typed}
                type="button"
                onClick={() => retype(typed)}
                className="min-h-10 rounded border border-edge bg-raised px-3 py-1 text-body text-ink hover:border-accent"
              >
                <Typeset html={html} />
              </button>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}

/** The typed text with the place marked, where it is only a part of it. */
function Place({
  raw,
  at: [from, to],
  suggestion,
}: {
  raw: string;
  at: readonly [number, number];
  suggestion: string | null;
}) {
  const isPart = from < raw.length && to > from && to - from < raw.trim().length;
  if (!isPart && suggestion === null) return null;
  return (
    <p className="mt-0.5 flex flex-wrap gap-x-4 text-ink">
      {isPart && (
        <code className="font-mono text-[0.9em] break-all whitespace-pre-wrap">
          {raw.slice(0, from)}
          <mark className="rounded-sm bg-hold-wash text-hold underline decoration-2 underline-offset-4">
            {raw.slice(from, to)}
          </mark>
          {raw.slice(to)}
        </code>
      )}
      {suggestion !== null && (
        <span>
          Write <code className="font-mono text-[0.9em]">{suggestion}</code>
        </span>
      )}
    </p>
  );
}
