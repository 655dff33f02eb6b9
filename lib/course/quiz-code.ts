/** The code in the address of a quiz: whoever has it may open the quiz, so it cannot be guessed. */
import "server-only";
import { z } from "zod";
import { newCode } from "./code.ts";

/** Twelve of 31 signs are 59 bits. */
export const newQuizCode = (): string => newCode(12);

/** A code as it stands in addresses and forms. */
export const quizCodeSchema = z.string().regex(/^[2-9a-hjkmnp-z]{12}$/, "There is no such quiz.");
