"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { endSession } from "#lib/auth/cookies.ts";
import { action } from "#lib/course/action.ts";

/** Signs out of this browser; a plain form without fields does it, with or without JavaScript. */
export async function signOut(form: FormData): Promise<void> {
  await action({ name: "action signOut", input: z.object({}), otherwise: () => redirect("/") }, form, endSession);
  redirect("/");
}
