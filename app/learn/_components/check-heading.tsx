"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** The heading of an exercise opened inside a lesson; takes the focus when the address points at it. */
export function CheckHeading({ id, children }: { id: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (location.hash === `#${id}`) heading.current?.focus();
  }, [id]);
  return (
    <h3 id={id} ref={heading} tabIndex={-1} className="scroll-mt-6 text-h3 outline-none">
      {children}
    </h3>
  );
}
