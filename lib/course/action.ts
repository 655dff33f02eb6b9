/** The one way into the app for server actions; endpoint.ts is the one for route handlers. */
import "server-only";
import { headers } from "next/headers";
import type { z } from "zod";
import type { AccessName } from "./access.ts";
import type { Actor } from "./actor.ts";
import { admit } from "./admit.ts";
import { Refusal, type RefusalKind } from "./refusal.ts";
import { clientAddress } from "./request.ts";

/** What a form gets back: what is wrong with which field, or with all of it, and what had been typed. */
export interface FormState {
  message?: string;
  refused?: RefusalKind;
  errors?: Readonly<Record<string, string>>;
  /** Without passwords. */
  values?: Readonly<Record<string, string>>;
  /** What was done, where the form stays on the page. */
  done?: string;
}

interface Action<I, R> {
  /** Its row in the access table. */
  name: AccessName;
  input: z.ZodType<I>;
  /** What it answers when the form cannot be read, or the actor may not do it. */
  otherwise: (state: FormState) => R;
}

/**
 * The body of a server action: checks origin, actor, access, rate and the form before it calls `handler`. Expected
 * failures go to `otherwise`; what is not expected, Next logs and answers with the error page.
 */
export async function action<I, R>(
  { name, input, otherwise }: Action<I, R>,
  form: FormData,
  handler: (actor: Actor, input: I, address: string | undefined) => Promise<R>,
): Promise<R> {
  const values = shown(form);
  try {
    const sent = await headers();
    const actor = await admit(name, sent, true);
    const parsed = input.safeParse(fieldsOf(form));
    if (parsed.success) return await handler(actor, parsed.data, clientAddress(sent));
    return otherwise({ errors: firstErrors(parsed.error), values });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return otherwise({ message: error.message, refused: error.kind, values });
  }
}

/** The text fields of a form, less those that Next and React add. */
function fieldsOf(form: FormData): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [key, value] of form) if (typeof value === "string" && !key.startsWith("$")) fields[key] = value;
  return fields;
}

function shown(form: FormData): Record<string, string> {
  return Object.fromEntries(Object.entries(fieldsOf(form)).filter(([name]) => !/password/i.test(name)));
}

function firstErrors({ issues }: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { path, message } of issues) errors[String(path[0])] ??= message;
  return errors;
}
