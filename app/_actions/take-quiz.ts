"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { beginner } from "#lib/auth/cookies.ts";
import { action, type FormState } from "#lib/course/action.ts";
import { readyFormSchema } from "#lib/course/quiz-form.ts";
import { takeReady } from "#lib/course/quiz-make.ts";

/** Draws one of the ready quizzes (`ready`, its id) for whoever asks, and goes to its page. */
export async function takeQuiz(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action takeQuiz", input: readyFormSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, chosen): Promise<FormState> => {
      const code = await takeReady(await beginner(actor), chosen);
      revalidatePath("/", "layout");
      redirect(`/quiz/${code}`);
    },
  );
}
