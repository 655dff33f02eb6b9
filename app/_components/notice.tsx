import type { ReactNode } from "react";

/** Why something that was just asked for could not be done; nothing where all is well. */
export function Notice({ children }: { children: ReactNode }) {
  if (!children) return null;
  return (
    <p role="status" className="my-6 rounded border-l-4 border-hold bg-hold-wash px-4 py-3 font-sans text-note">
      {children}
    </p>
  );
}
