/** The one way into the app for route handlers; action.ts is the one for server actions. */
import "server-only";
import { z } from "zod";
import { log } from "#lib/log.ts";
import type { AccessName } from "./access.ts";
import type { Actor } from "./actor.ts";
import { admit } from "./admit.ts";
import { Refusal, statusOf } from "./refusal.ts";
import { readText } from "./request.ts";

interface Endpoint<I> {
  /** Its row in the access table. */
  name: AccessName;
  /** What the body (JSON) together with the parameters of the address must be. */
  input: z.ZodType<I>;
  /** Whether the body stays unread, as it does where the address alone says what is to be done. */
  bodiless?: boolean;
}

type Handler<I> = (actor: Actor, input: I, request: Request) => Promise<Response>;
type Context = { params: Promise<Record<string, string | string[] | undefined>> };

/**
 * A route handler that checks origin, actor, access, rate and input before it calls `handler`. Expected failures become
 * JSON with a message for people; what is not expected is logged, and becomes a 500 that tells nothing.
 */
export function endpoint<I>({ name, input, bodiless = false }: Endpoint<I>, handler: Handler<I>) {
  return async (request: Request, context: Context): Promise<Response> => {
    try {
      const changes = request.method !== "GET" && request.method !== "HEAD";
      const actor = await admit(name, request.headers, changes);
      const body = changes && !bodiless ? await readJson(request) : {};
      return await handler(actor, parseInput(input, { ...body, ...(await context.params) }), request);
    } catch (error) {
      return failure(name, error);
    }
  };
}

const jsonObject = z.record(z.string(), z.unknown());

async function readJson(request: Request): Promise<Record<string, unknown>> {
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? ""))
    throw new Refusal("invalid", "The body must be JSON (content-type: application/json).");
  const text = await readText(request);
  if (text === undefined) throw new Refusal("too-large", "This is more than can be sent at once (64 KB).");
  try {
    return jsonObject.parse(JSON.parse(text));
  } catch {
    throw new Refusal("invalid", "The body is not a JSON object.");
  }
}

/** Parses what came in. Throws a Refusal "invalid" that names the first thing that is wrong. */
function parseInput<I>(schema: z.ZodType<I>, value: unknown): I {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const place = issue?.path.join(".");
  throw new Refusal("invalid", [place, issue?.message].filter(Boolean).join(": "));
}

function failure(name: AccessName, error: unknown): Response {
  if (error instanceof Refusal) {
    const { kind, message, retryAfter } = error;
    const headers: HeadersInit = retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
    return Response.json({ error: kind, message, retryAfter }, { status: statusOf[kind], headers });
  }
  log().error({ err: error, endpoint: name }, "a request failed");
  const message = "Something went wrong on our side. What you typed is kept; try again in a moment.";
  return Response.json({ error: "failed", message }, { status: 500 });
}
