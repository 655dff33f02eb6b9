/** The code by which students join: short enough to be read out, and too long to be guessed at the rate that is let through. */
import "server-only";
import { z } from "zod";
import { newCode } from "#lib/course/code.ts";

/** Eight of 31 signs are 40 bits. */
export const newSectionCode = (): string => newCode(8);

/** As somebody types it from the board: capitals, spaces and hyphens do not matter. */
export const sectionCodeSchema = z
  .string()
  .transform((typed) => typed.toLowerCase().replaceAll(/[\s-]/g, ""))
  .pipe(z.string().regex(/^[2-9a-hjkmnp-z]{8}$/, "A code has eight letters and digits, like k7mq-2vxd."));
