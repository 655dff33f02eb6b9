import type { Place } from "./place.ts";

/** Headings below that of the page, or below that of a check inside a lesson. */
export type HeadingLevel = 2 | 4;

export const levelIn = ({ check }: Place): HeadingLevel => (check === undefined ? 2 : 4);
export const headingTag = (level: HeadingLevel) => (level === 2 ? "h2" : "h4");
