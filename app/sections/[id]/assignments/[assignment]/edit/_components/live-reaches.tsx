"use client";

import dynamic from "next/dynamic";
import { type ReactNode, type SyntheticEvent, useEffect, useRef, useState } from "react";
import type { Warnings } from "#lib/course/assignment/item-terms.ts";

/** The mistakes are sentences with formulas, and what sets those is only loaded where there are any. */
const ReachNote = dynamic(async () => (await import("./reach-note.tsx")).ReachNote);

interface LiveReachesProps {
  check(form: FormData): Promise<Warnings | undefined>;
  /** What the stored tolerances let through. */
  stored: Warnings;
  children: ReactNode;
}

/** How long somebody must pause before what they typed is checked. */
const pause = 500;

/** The fields of a form, and below them which mistakes its tolerances would accept as they are now. */
export function LiveReaches({ check, stored, children }: LiveReachesProps) {
  const [found, setFound] = useState<Warnings>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const edited = ({ target }: SyntheticEvent) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement) || !target.form) return;
    const { form } = target;
    const turn = ++latest.current;
    clearTimeout(timer.current);
    timer.current = setTimeout(async () => {
      // Without a connection, or with something that is no tolerance yet, what was told before stands.
      const now = await check(new FormData(form)).catch(() => undefined);
      if (now && turn === latest.current) setFound(now);
    }, pause);
  };
  const { samples, mistakes, lost, words } = found ?? stored;
  return (
    <div onChange={edited} className="space-y-6">
      {children}
      <div role="status">
        {mistakes.length + lost.length > 0 ? (
          <ReachNote samples={samples} mistakes={mistakes} lost={lost} words={words} />
        ) : (
          samples > 0 && (
            <p className="border-l-2 border-correct pl-3 font-sans text-note">
              In {samples} samples these tolerances accept no known mistake.
            </p>
          )
        )}
      </div>
    </div>
  );
}
