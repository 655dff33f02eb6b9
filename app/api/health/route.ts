import { z } from "zod";
import { endpoint } from "#lib/course/endpoint.ts";
import { isHealthy } from "#lib/course/health.ts";

/** For the start command, load balancers and monitors: is this process up, and does its database answer. */
export const GET = endpoint({ name: "GET /api/health", input: z.object({}) }, async () => {
  const healthy = await isHealthy();
  return Response.json({ status: healthy ? "ok" : "database unreachable" }, { status: healthy ? 200 : 503 });
});
