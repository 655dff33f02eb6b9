"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { beginner } from "#lib/auth/cookies.ts";
import { action, type FormState } from "#lib/course/action.ts";
import { quizCodeSchema } from "#lib/course/quiz-code.ts";
import { startQuiz as begin } from "#lib/course/quiz-start.ts";

/** Starts the quiz of a code, or goes on with it. */
export async function startQuiz(_: FormState, form: FormData): Promise<FormState> {
  const input = z.object({ code: quizCodeSchema });
  return await action(
    { name: "action startQuiz", input, otherwise: (state: FormState) => state },
    form,
    async (actor, { code }): Promise<FormState> => {
      const { attemptId } = await begin(await beginner(actor), code);
      revalidatePath("/", "layout");
      redirect(`/quiz/${code}/${attemptId}`);
    },
  );
}
