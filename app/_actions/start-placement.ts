"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { startGuest } from "#lib/auth/cookies.ts";
import { action, type FormState } from "#lib/course/action.ts";
import { startPlacement as begin } from "#lib/course/placement-start.ts";

/** Begins a placement, or goes on with the one that is unfinished. The form holds nothing. */
export async function startPlacement(form: FormData): Promise<void> {
  const otherwise = ({ refused = "invalid" }: FormState) => redirect(`/placement?notice=${refused}`);
  await action({ name: "action startPlacement", input: z.object({}), otherwise }, form, async (actor) => {
    const guest = actor.kind === "anonymous" ? { kind: "guest" as const, id: await startGuest(), known: false } : actor;
    await begin(guest);
  });
  revalidatePath("/", "layout");
  redirect("/placement");
}
