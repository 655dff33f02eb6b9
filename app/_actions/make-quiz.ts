"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { beginner } from "#lib/auth/cookies.ts";
import { action, type FormState } from "#lib/course/action.ts";
import { quizFormSchema } from "#lib/course/quiz-form.ts";
import { makeQuiz as drawQuiz } from "#lib/course/quiz-make.ts";

/** Builds a quiz from what was chosen, and goes to its page. */
export async function makeQuiz(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action makeQuiz", input: quizFormSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, plan): Promise<FormState> => {
      const code = await drawQuiz(await beginner(actor), plan);
      revalidatePath("/", "layout");
      redirect(`/quiz/${code}`);
    },
  );
}
