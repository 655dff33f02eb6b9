import { z } from "zod";
import { endpoint } from "#lib/course/endpoint.ts";
import { reveal, revealSchema } from "#lib/course/reveal.ts";

export const POST = endpoint(
  { name: "POST /api/variants/[id]/reveals", input: revealSchema.omit({ variantId: true }).extend({ id: z.uuid() }) },
  async (actor, { id, kind, index }) => Response.json(await reveal(actor, { variantId: id, kind, index })),
);
