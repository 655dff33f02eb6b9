/** The gradebook as a file. */
import "server-only";
import type { Actor } from "#lib/course/actor.ts";
import { clock } from "#lib/course/clock.ts";
import { localOf } from "#lib/course/local-time.ts";
import { requireMembership } from "#lib/course/section/membership.ts";
import { db } from "#lib/db/client.ts";
import { canvasCsv, moodleCsv, plainCsv } from "./csv.ts";
import { readGradebook } from "./read.ts";
import { sheetsOf } from "./sheets.ts";
import { workbookOf } from "./xlsx.ts";

export const exportFormats = ["csv", "canvas", "moodle", "xlsx"] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportedFile {
  content: string | Uint8Array<ArrayBuffer>;
  type: string;
  name: string;
}

const csv = "text/csv; charset=utf-8";

/** @throws Refusal "not-found" */
export async function exportGradebook(actor: Actor, sectionId: string, format: ExportFormat): Promise<ExportedFile> {
  const { timeZone } = await requireMembership(db(), actor, sectionId, "export the gradebook");
  const gradebook = await readGradebook(actor, sectionId, "export the gradebook");
  const now = localOf(await clock(db()), timeZone);
  const name = (extension: string) => `${gradebook.section} ${format} ${now.slice(0, 10)}.${extension}`;
  switch (format) {
    case "csv":
      return { content: plainCsv(gradebook), type: csv, name: name("csv") };
    case "canvas":
      return { content: canvasCsv(gradebook), type: csv, name: name("csv") };
    case "moodle":
      return { content: moodleCsv(gradebook, "points"), type: csv, name: name("csv") };
    case "xlsx":
      return {
        content: await workbookOf(sheetsOf(gradebook, `${now.replace("T", " ")} (${timeZone})`)),
        type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        name: name("xlsx"),
      };
  }
}
