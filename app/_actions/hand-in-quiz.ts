"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { action, type FormState } from "#lib/course/action.ts";
import { quizCodeSchema } from "#lib/course/quiz-code.ts";
import { handInQuiz as handIn } from "#lib/course/quiz-hand-in.ts";

const input = z.object({ code: quizCodeSchema, attempt: z.uuid() });

/** Hands in an attempt at a quiz, and shows how it went. */
export async function handInQuiz(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action handInQuiz", input, otherwise: (state: FormState) => state },
    form,
    async (actor, { code, attempt }): Promise<FormState> => {
      await handIn(actor, attempt);
      revalidatePath("/", "layout");
      redirect(`/quiz/${code}/${attempt}`);
    },
  );
}
