"use server";

import { action, type FormState } from "#lib/course/action.ts";
import { previewRoster as preview, type RosterPreview, rosterFormSchema } from "#lib/course/section/roster-import.ts";

/** What the form of a roster knows. */
export interface RosterState extends FormState {
  preview?: RosterPreview;
}

/** Tells what importing a roster would do; writes nothing. */
export async function previewRoster(_: RosterState, form: FormData): Promise<RosterState> {
  return await action(
    { name: "action previewRoster", input: rosterFormSchema, otherwise: (state: FormState): RosterState => state },
    form,
    async (actor, { section, text }): Promise<RosterState> => ({
      preview: await preview(actor, section, text),
    }),
  );
}
