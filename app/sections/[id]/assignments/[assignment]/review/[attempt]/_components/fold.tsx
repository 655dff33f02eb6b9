import type { ReactNode } from "react";

/** Something to do that is not done often: folded until it is wanted. */
export function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="max-w-full open:w-[34rem] open:pb-4">
      <summary className="w-fit cursor-pointer py-2.5 font-sans text-control text-accent">{title}</summary>
      <div className="mt-2">{children}</div>
    </details>
  );
}
