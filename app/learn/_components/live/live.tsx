import type { ReactNode } from "react";
import { useMarks } from "#components/math/use-marks.ts";

interface LiveProps {
  /** What can be tried out. */
  title: string;
  figure: ReactNode;
  /** Sliders and buttons. */
  children: ReactNode;
  /** What the figure shows now, in a sentence; read out when it changes. */
  says: string;
}

/** A figure to move: the drawing, what moves it, and a sentence that follows. */
export function Live({ title, figure, children, says }: LiveProps) {
  const marks = useMarks();
  return (
    <section aria-label={title} className="my-8 border-y border-rule py-5 font-sans">
      <h3 className="eyebrow">Try it: {title}</h3>
      <div className="mt-3 [font-variant-numeric:lining-nums]">{figure}</div>
      <div className="mt-3 grid max-w-[30rem] gap-3">{children}</div>
      <p role="status" className="mt-3 text-note">
        {marks.text(says)}
      </p>
    </section>
  );
}
