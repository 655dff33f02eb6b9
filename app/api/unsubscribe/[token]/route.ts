import { z } from "zod";
import { endpoint } from "#lib/course/endpoint.ts";
import { unsubscribe } from "#lib/course/mail/wishes.ts";

const input = z.object({ token: z.string().max(200) });

/** One click in a mail program (RFC 8058): it posts without asking, as JSON or not. Ends all mails. */
export const POST = endpoint({ name: "POST /api/unsubscribe/[token]", input, bodiless: true }, async (_, { token }) => {
  await unsubscribe(token);
  return new Response(null, { status: 204 });
});

/** Where somebody opens the same address: the page that asks. */
export const GET = endpoint(
  { name: "GET /api/unsubscribe/[token]", input },
  async (_, { token }) =>
    new Response(null, { status: 303, headers: { location: `/unsubscribe/${encodeURIComponent(token)}` } }),
);
