const most = 1_000_000;

/** Why a roster cannot be sent, where it cannot. */
export const tooLarge = (size: number): string | undefined =>
  size > most ? "This is larger than a megabyte. Is it a roster?" : undefined;

/** The text of a file, or why it cannot be read. Spreadsheets write UTF-8, UTF-16, or what Windows used before. */
export async function readRosterFile(file: File): Promise<{ text: string } | { refused: string }> {
  // UTF-16 takes twice as much.
  const refused = tooLarge(file.size / 2);
  if (refused) return { refused };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const start = bytes.slice(0, 2).join();
  if (workbooks.has(start))
    return {
      refused: "This is a workbook. Save it as CSV in the spreadsheet, or copy its cells and paste them below.",
    };
  if (start === "255,254") return { text: new TextDecoder("utf-16le").decode(bytes) };
  if (start === "254,255") return { text: new TextDecoder("utf-16be").decode(bytes) };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes) };
  }
}

/** How XLSX, ODS and XLS begin. */
const workbooks: ReadonlySet<string> = new Set(["80,75", "208,207"]);
