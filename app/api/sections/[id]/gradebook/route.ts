import { z } from "zod";
import { endpoint } from "#lib/course/endpoint.ts";
import { exportFormats, exportGradebook } from "#lib/course/gradebook/export.ts";
import { Refusal } from "#lib/course/refusal.ts";

const formatSchema = z.enum(exportFormats);

/** The gradebook of a section as a file: `?format=csv`, `canvas`, `moodle` or `xlsx`. */
export const GET = endpoint(
  { name: "GET /api/sections/[id]/gradebook", input: z.object({ id: z.uuid() }) },
  async (actor, { id }, request) => {
    const format = formatSchema.safeParse(new URL(request.url).searchParams.get("format")).data;
    if (!format) throw new Refusal("invalid", `Choose a format: ${exportFormats.join(", ")}.`);
    const { content, type, name } = await exportGradebook(actor, id, format);
    return new Response(content, {
      headers: {
        "content-type": type,
        "content-disposition": dispositionOf(name),
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      },
    });
  },
);

/** With the name in UTF-8 (RFC 6266), and in ASCII for what does not know that. */
function dispositionOf(name: string): string {
  const plain = name.replaceAll(/[^ -~]|["\\/%]/g, "_");
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
