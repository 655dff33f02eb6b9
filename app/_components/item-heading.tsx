"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** The title of an item; takes the focus when the next item comes in its place. */
export function ItemHeading({ position, children }: { position: number; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(position);
  useEffect(() => {
    if (shown.current === position) return;
    shown.current = position;
    heading.current?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, [position]);
  return (
    <h1 ref={heading} tabIndex={-1} className="text-h1 outline-none">
      {children}
    </h1>
  );
}
