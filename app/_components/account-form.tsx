"use client";

import { useActionState, useEffect, useRef } from "react";
import { button } from "#components/ui/button.ts";
import { Field } from "#components/ui/field.tsx";
import type { FormState } from "#lib/course/action.ts";

interface AccountFormProps {
  action(state: FormState, form: FormData): Promise<FormState>;
  callbackUrl: string;
  submit: string;
  mode: "sign-in" | "sign-up";
}

/** The form of signing in and signing up; works before its script has loaded, too. */
export function AccountForm({ action, callbackUrl, submit, mode }: AccountFormProps) {
  const [{ message, errors = {}, values = {} }, formAction, busy] = useActionState(action, {});
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const first = form.current?.querySelector("[aria-invalid=true]");
    if (Object.keys(errors).length > 0 && first instanceof HTMLElement) first.focus();
  }, [errors]);
  return (
    <form ref={form} action={formAction} noValidate className="mt-8 space-y-5">
      <p
        role="alert"
        className="rounded border-l-4 border-wrong bg-wrong-wash px-4 py-3 font-sans text-note empty:hidden"
      >
        {message}
      </p>
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      {mode === "sign-up" && (
        <Field
          name="name"
          label="Name"
          note="May stay empty."
          autoComplete="name"
          initial={values.name}
          error={errors.name}
        />
      )}
      <Field
        name="email"
        label="E-mail address"
        type="email"
        autoComplete="email"
        initial={values.email}
        error={errors.email}
      />
      <Field
        name="password"
        label="Password"
        type="password"
        note={mode === "sign-up" ? "At least 10 characters." : undefined}
        autoComplete={mode === "sign-up" ? "new-password" : "current-password"}
        error={errors.password}
      />
      <button type="submit" disabled={busy} className={`${button.primary} w-full`}>
        {busy ? "One moment …" : submit}
      </button>
    </form>
  );
}
