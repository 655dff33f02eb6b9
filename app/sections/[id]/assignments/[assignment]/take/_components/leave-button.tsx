"use client";

import { type ReactNode, type SubmitEvent, startTransition, useActionState } from "react";
import { keepTyped } from "#app/_components/workspace/keep-typed.ts";
import { button } from "#components/ui/button.ts";
import type { FormState } from "#lib/course/action.ts";

interface LeaveButtonProps {
  action(state: FormState, form: FormData): Promise<FormState>;
  fields: Readonly<Record<string, string>>;
  look: "primary" | "secondary";
  children: ReactNode;
}

/** Leaves an item for good; what is typed is kept first, since it is handed in with that. */
export function LeaveButton({ action, fields, look, children }: LeaveButtonProps) {
  const [{ message }, formAction, busy] = useActionState(action, {});
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void keepTyped().then(() => startTransition(() => formAction(form)));
  };
  return (
    <form action={formAction} onSubmit={send}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" disabled={busy} className={button[look]}>
        {children}
      </button>
      <p role="alert" className="mt-2 max-w-measure font-sans text-note text-wrong empty:hidden">
        {message}
      </p>
    </form>
  );
}
