"use client";

import { type ReactNode, type SubmitEvent, startTransition, useActionState, useEffect, useRef } from "react";
import { button } from "#components/ui/button.ts";
import type { FormState } from "#lib/course/action.ts";
import { FormContext } from "./form-context.ts";

interface InPlaceFormProps {
  /** What the form is for: its name to screen readers. */
  name: string;
  action(state: FormState, form: FormData): Promise<FormState>;
  submit: string;
  look?: "primary" | "secondary" | "danger";
  children?: ReactNode;
}

/** A form that stays where it is, and says what became of it; works before its script has loaded, too. */
export function InPlaceForm({ name, action, submit, look = "secondary", children }: InPlaceFormProps) {
  const [state, formAction, busy] = useActionState(action, {});
  const { message, done, errors = {} } = state;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const first = form.current?.querySelector("[aria-invalid=true]");
    if (Object.keys(state.errors ?? {}).length > 0 && first instanceof HTMLElement) first.focus();
    // What was stored stands in the fields from now on; passwords go.
    if (state.done !== undefined) form.current?.reset();
  }, [state]);
  // React would empty the form after every sending; what was refused is to be corrected, not typed again.
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    startTransition(() => formAction(fields));
  };
  return (
    <FormContext value={{ errors, values: state.values ?? {} }}>
      <form ref={form} action={formAction} onSubmit={send} noValidate aria-label={name} className="space-y-6">
        {children}
        <p
          role="alert"
          className="rounded border-l-4 border-wrong bg-wrong-wash px-4 py-3 font-sans text-note empty:hidden"
        >
          {message}
        </p>
        <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
          <button type="submit" disabled={busy} className={looks[look]}>
            {busy ? "One moment …" : submit}
          </button>
          <p role="status" className="font-sans text-note text-correct">
            {busy ? "" : done}
          </p>
        </div>
      </form>
    </FormContext>
  );
}

const looks = {
  primary: button.primary,
  secondary: button.secondary,
  danger: `${button.secondary} border-wrong text-wrong hover:border-wrong hover:bg-wrong-wash hover:text-wrong`,
} as const;
