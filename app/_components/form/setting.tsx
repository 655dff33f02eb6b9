import type { ReactNode } from "react";

/** A section of the settings: its name beside it where there is room. */
export function Setting({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section
      aria-labelledby={id}
      className="border-t border-rule py-8 lg:grid lg:grid-cols-[14rem_minmax(0,34rem)] lg:gap-x-12"
    >
      <h2 id={id} className="scroll-mt-6 text-h3">
        {title}
      </h2>
      <div className="mt-4 max-w-[34rem] space-y-5 lg:mt-0">{children}</div>
    </section>
  );
}
