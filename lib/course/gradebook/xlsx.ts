/** Writes sheets as an Excel workbook. */
import writeXlsxFile from "write-excel-file/node";
import type { Field } from "./csv.ts";
import type { Sheet } from "./sheets.ts";

/** The bytes of the file; the same sheets give the same cells, not the same bytes. */
export async function workbookOf(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const written = writeXlsxFile(
    sheets.map(({ name, rows, widths, frozen }) => ({
      sheet: name,
      data: rows.map((row, i) => row.map((field) => cellOf(field, i === 0))),
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
      stickyColumnsCount: frozen,
    })),
  );
  return new Uint8Array(await written.toBuffer());
}

const heading = { fontWeight: "bold" } as const;

/** Text is said to be text, so that none is taken for a formula, a number or a date, then or when it is edited. */
function cellOf(field: Field, isHeading: boolean) {
  if (field === null || field === "") return null;
  const style = isHeading ? heading : {};
  return typeof field === "number"
    ? { ...style, type: Number, value: field }
    : { ...style, type: String, value: field, format: "@" };
}
