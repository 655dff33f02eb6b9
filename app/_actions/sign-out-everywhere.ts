"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { endSession } from "#lib/auth/cookies.ts";
import { action, type FormState } from "#lib/course/action.ts";
import { signOutEverywhere as endSessions } from "#lib/course/password.ts";

/** Signs out of this browser and all others. */
export async function signOutEverywhere(_: FormState, form: FormData): Promise<FormState> {
  const otherwise = (state: FormState) => state;
  return await action({ name: "action signOutEverywhere", input: z.object({}), otherwise }, form, async (actor) => {
    await endSessions(actor);
    await endSession();
    redirect("/sign-in");
  });
}
