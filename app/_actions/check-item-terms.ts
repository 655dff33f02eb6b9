"use server";

import { action } from "#lib/course/action.ts";
import { checkItemTerms as check, type Warnings } from "#lib/course/assignment/item-terms.ts";
import { itemTermsSchema } from "#lib/course/assignment/item-terms-form.ts";

/** Tells which mistakes the tolerances of a form would accept; writes nothing. */
export async function checkItemTerms(form: FormData): Promise<Warnings | undefined> {
  return await action(
    { name: "action checkItemTerms", input: itemTermsSchema, otherwise: (): Warnings | undefined => undefined },
    form,
    check,
  );
}
