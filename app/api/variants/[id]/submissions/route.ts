import { z } from "zod";
import { endpoint } from "#lib/course/endpoint.ts";
import { submitAnswer, submitSchema } from "#lib/course/submit.ts";

export const POST = endpoint(
  {
    name: "POST /api/variants/[id]/submissions",
    input: submitSchema.omit({ variantId: true }).extend({ id: z.uuid() }),
  },
  async (actor, { id, ...answer }) => {
    const outcome = await submitAnswer(actor, { ...answer, variantId: id });
    return Response.json(outcome, { status: outcome.outcome === "conflict" ? 409 : 200 });
  },
);
