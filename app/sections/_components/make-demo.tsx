"use client";

import { useActionState } from "react";
import { makeDemo } from "#app/_actions/make-demo.ts";
import { button } from "#components/ui/button.ts";

/** Makes the demonstration; takes some seconds, and says so. */
export function MakeDemo() {
  const [{ message }, action, busy] = useActionState(makeDemo, {});
  return (
    <form action={action} className="flex flex-wrap items-center gap-x-5 gap-y-2">
      <button type="submit" disabled={busy} className={button.secondary}>
        Make the demonstration
      </button>
      <p role="status" className="font-sans text-note text-muted">
        {busy && "40 students are doing their homework: some seconds …"}
      </p>
      <p role="alert" className="basis-full font-sans text-note text-wrong empty:hidden">
        {message}
      </p>
    </form>
  );
}
