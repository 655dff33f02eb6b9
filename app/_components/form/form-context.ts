"use client";

import { createContext, use } from "react";

/** What was wrong with each field of the form around, and what had been put in. */
interface FormFields {
  errors: Readonly<Record<string, string>>;
  values: Readonly<Record<string, string>>;
}

export const FormContext = createContext<FormFields>({ errors: {}, values: {} });

/** One field of the form: what was refused comes back as it was, else what is stored stands there. */
export function useField(name: string, stored: string): { initial: string; error: string | undefined } {
  const { errors, values } = use(FormContext);
  return { initial: values[name] ?? stored, error: errors[name] };
}
