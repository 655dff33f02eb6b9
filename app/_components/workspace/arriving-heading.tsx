"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { takeAwaited } from "./arrival.ts";
import { type HeadingLevel, headingTag } from "./heading-level.ts";

/** A heading that takes the focus when it answers something done on this page. */
export function ArrivingHeading({ id, level, children }: { id: string; level: HeadingLevel; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takeAwaited(id)) heading.current?.focus();
  }, [id]);
  const Heading = headingTag(level);
  return (
    <Heading
      id={id}
      ref={heading}
      tabIndex={-1}
      className={`scroll-mt-8 outline-none ${level === 2 ? "text-h2" : "text-h3"}`}
    >
      {children}
    </Heading>
  );
}
