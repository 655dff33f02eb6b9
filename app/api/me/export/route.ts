import { z } from "zod";
import { endpoint } from "#lib/course/endpoint.ts";
import { exportCsv } from "#lib/course/export-csv.ts";
import { exportJson } from "#lib/course/export-json.ts";
import { Refusal } from "#lib/course/refusal.ts";

const files = {
  json: { write: exportJson, type: "application/json" },
  csv: { write: exportCsv, type: "text/csv; charset=utf-8" },
} as const;
const formatSchema = z.enum(["json", "csv"]);

/** All data of whoever asks, as a file: `?format=json`, or the answers alone with `?format=csv`. */
export const GET = endpoint({ name: "GET /api/me/export", input: z.unknown() }, async (actor, _, request) => {
  const format = formatSchema.safeParse(new URL(request.url).searchParams.get("format")).data;
  if (!format) throw new Refusal("invalid", "Choose a format: json or csv.");
  const { write, type } = files[format];
  const day = new Date().toISOString().slice(0, 10);
  return new Response(streamed(write(actor)), {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="chainrule-${day}.${format}"`,
      "cache-control": "no-store",
    },
  });
});

/** Sends pieces of text as they are asked for, so that a slow reader makes us wait rather than remember. */
function streamed(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
