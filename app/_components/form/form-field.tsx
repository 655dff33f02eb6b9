"use client";

import { Field } from "#components/ui/field.tsx";
import { useField } from "./form-context.ts";

interface FormFieldProps {
  id?: string;
  name: string;
  label: string;
  type?: "text" | "password" | "number" | "datetime-local";
  autoComplete: string;
  stored?: string;
  note?: string;
}

/** A line of a settings form. */
export function FormField({ stored = "", ...field }: FormFieldProps) {
  const { initial, error } = useField(field.name, stored);
  return <Field {...field} initial={initial} error={error} />;
}
