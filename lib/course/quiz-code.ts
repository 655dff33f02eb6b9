/** The code in the address of a quiz: whoever has it may open the quiz, so it cannot be guessed. */
import "server-only";
import { randomInt } from "node:crypto";
import { z } from "zod";

/** Letters and digits that are not taken for each other: 31 of them, so twelve are 59 bits. */
const signs = "23456789abcdefghjkmnpqrstuvwxyz";
const length = 12;

export const newQuizCode = (): string => Array.from({ length }, () => signs.charAt(randomInt(signs.length))).join("");

/** A code as it stands in addresses and forms. */
export const quizCodeSchema = z.string().regex(/^[2-9a-hjkmnp-z]{12}$/, "There is no such quiz.");
