"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { startGuest } from "#lib/auth/cookies.ts";
import { action, type FormState } from "#lib/course/action.ts";
import { startDrill as begin, startDrillSchema } from "#lib/course/drill-start.ts";

/**
 * Begins a drill and shows it. The form may hold length (5, 10, 20 or endless; 10 if left out), and skills and exercises
 * to narrow it to, as ids with commas between. Where another drill is unfinished, the page of drills asks which one it
 * shall be; its form holds that one's id as `instead`.
 */
export async function startDrill(form: FormData): Promise<void> {
  const otherwise = ({ refused = "invalid" }: FormState) => redirect(`/drill?notice=${refused}`);
  const started = await action(
    { name: "action startDrill", input: startDrillSchema, otherwise },
    form,
    async (actor, input) => {
      const guest =
        actor.kind === "anonymous" ? { kind: "guest" as const, id: await startGuest(), known: false } : actor;
      return await begin(guest, input);
    },
  );
  if ("unfinished" in started) redirect(`/drill?${wanted(form)}`);
  revalidatePath("/", "layout");
  redirect(`/drill/${started.drill}`);
}

function wanted(form: FormData): URLSearchParams {
  const field = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const all = { length: field("length") || "10", skills: field("skills"), exercises: field("exercises") };
  return new URLSearchParams(Object.entries(all).filter(([, value]) => value !== ""));
}
