"use client";

import Form from "next/form";
import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { FormContext } from "#app/_components/form/form-context.ts";
import { button } from "#components/ui/button.ts";

interface QueryFormProps {
  name: string;
  action: string;
  submit: string;
  /** What was wrong with what stands in the address, and that itself. */
  errors: Readonly<Record<string, string>>;
  values: Readonly<Record<string, string>>;
  children: ReactNode;
}

/** A form whose fields go into the address: what was typed stays, and can be sent on. */
export function QueryForm({ name, action, submit, errors, values, children }: QueryFormProps) {
  return (
    <FormContext value={{ errors, values }}>
      <Form action={action} scroll={false} aria-label={name} className="max-w-[42rem] space-y-6">
        {children}
        <Submit>{submit}</Submit>
      </Form>
    </FormContext>
  );
}

function Submit({ children }: { children: string }) {
  const { pending } = useFormStatus();
  return (
    <button type="submit" disabled={pending} className={button.secondary}>
      {pending ? "Judging again …" : children}
    </button>
  );
}
