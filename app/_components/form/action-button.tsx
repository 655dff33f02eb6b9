"use client";

import { type ReactNode, useActionState } from "react";
import { button } from "#components/ui/button.ts";
import type { FormState } from "#lib/course/action.ts";

interface ActionButtonProps {
  action(state: FormState, form: FormData): Promise<FormState>;
  fields: Readonly<Record<string, string>>;
  look: keyof typeof button;
  children: ReactNode;
}

/** A form of one button, with what is wrong beside it where it could not be done. Works before its script has loaded. */
export function ActionButton({ action, fields, look, children }: ActionButtonProps) {
  const [{ message }, formAction, busy] = useActionState(action, {});
  return (
    <form action={formAction}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" disabled={busy} className={`${button[look]} ${look === "quiet" ? "min-h-11" : ""}`}>
        {children}
      </button>
      <p role="alert" className="mt-2 max-w-measure font-sans text-note text-wrong empty:hidden">
        {message}
      </p>
    </form>
  );
}
