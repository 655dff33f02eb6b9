import type { ReactNode } from "react";

interface DrawingProps {
  /** Unique on its page. */
  id: string;
  /** What it is, in a few words, and what it shows, in a sentence or two. */
  title: string;
  says: string;
  width: number;
  height: number;
  className?: string;
  children: ReactNode;
}

/** A chart drawn on the server: a picture with a name and a description, which takes no focus. */
export function Drawing({ id, title, says, width, height, className = "max-w-[29rem]", children }: DrawingProps) {
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-says`}
      fontSize="13"
      className={`w-full font-sans lining-nums tabular-nums ${className}`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-says`}>{says}</desc>
      {children}
    </svg>
  );
}
