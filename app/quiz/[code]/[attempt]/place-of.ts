import { z } from "zod";
import { quizCodeSchema } from "#lib/course/quiz-code.ts";

export type SittingParams = Promise<{ code: string; attempt: string }>;

/** Which attempt at which quiz an address means. */
export interface SittingPlace {
  code: string;
  attempt: string;
}

const schema = z.object({ code: quizCodeSchema, attempt: z.uuid() });

/** The place in the address; undefined where it cannot be one. */
export const placeOf = async (params: SittingParams): Promise<SittingPlace | undefined> =>
  schema.safeParse(await params).data;

export const addressOf = ({ code, attempt }: SittingPlace): string => `/quiz/${code}/${attempt}`;
