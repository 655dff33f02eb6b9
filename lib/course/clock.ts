import "server-only";
import { z } from "zod";
import type { Tx } from "#lib/db/client.ts";

const clockSchema = z.tuple([z.object({ now: z.date() })]);

/** The time by the database's clock, which all processes share. */
export async function clock(tx: Tx): Promise<Date> {
  return clockSchema.parse(await tx.$queryRaw`SELECT clock_timestamp() AS now`)[0].now;
}
