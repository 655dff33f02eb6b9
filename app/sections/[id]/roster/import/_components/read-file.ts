const most = 1_000_000;

/** The text of a file, or why it cannot be read. Spreadsheets write UTF-8, or what Windows used before. */
export async function readRosterFile(file: File): Promise<{ text: string } | { refused: string }> {
  if (file.size > most) return { refused: "This file is larger than a megabyte. Is it a roster?" };
  const bytes = await file.arrayBuffer();
  if (new Uint8Array(bytes.slice(0, 2)).join() === "80,75")
    return {
      refused: "This is a workbook. Save it as CSV in the spreadsheet, or copy its cells and paste them below.",
    };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes) };
  }
}
