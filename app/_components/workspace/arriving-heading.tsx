"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { takeAwaited } from "./arrival.ts";

/** A heading that takes the focus when it answers something done on this page. */
export function ArrivingHeading({ id, children }: { id: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takeAwaited(id)) heading.current?.focus();
  }, [id]);
  return (
    <h2 id={id} ref={heading} tabIndex={-1} className="scroll-mt-8 text-h2 outline-none">
      {children}
    </h2>
  );
}
