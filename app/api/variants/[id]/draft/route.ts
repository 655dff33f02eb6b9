import { z } from "zod";
import { draftSchema, saveDraft } from "#lib/course/draft.ts";
import { endpoint } from "#lib/course/endpoint.ts";

export const PUT = endpoint(
  { name: "PUT /api/variants/[id]/draft", input: draftSchema.omit({ variantId: true }).extend({ id: z.uuid() }) },
  async (actor, { id, raw }) => {
    await saveDraft(actor, { variantId: id, raw });
    return new Response(null, { status: 204 });
  },
);
