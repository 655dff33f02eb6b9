/** Takes the text of a roster apart into rows of cells; pure. */
import Papa from "papaparse";
import { z } from "zod";

export interface Row {
  /** As a spreadsheet counts, from 1. */
  row: number;
  cells: readonly string[];
}

/**
 * The rows that are not empty. What stands between the cells is found out, unless a first line like `sep=;` says it, as
 * spreadsheets write.
 */
export function rowsOf(text: string): Row[] {
  const whole = text
    .replace(/^\uFEFF/, "")
    .replaceAll(/\r\n?/g, "\n")
    .trimEnd();
  const said = /^sep=(.)\n/i.exec(whole);
  const body = said ? whole.slice(said[0].length) : whole;
  const before = said ? 2 : 1;
  return parse(body, said?.[1] ?? delimiterOf(body))
    .map((cells, i) => ({ row: i + before, cells: cells.map(clean) }))
    .filter(({ cells }) => cells.some(Boolean));
}

/** A quotation mark that is not closed would swallow the rows after it: then each line stands for itself. */
function parse(body: string, delimiter: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(tight(body), { delimiter });
  if (!errors.some(({ type }) => type === "Quotes")) return data;
  return body.split("\n").map((line) => {
    const alone = Papa.parse<string[]>(tight(line), { delimiter });
    return alone.errors.some(({ type }) => type === "Quotes") ? line.split(delimiter) : (alone.data[0] ?? []);
  });
}

/** Quotes that stand after a space are no quotes to a reader of CSV. */
const tight = (text: string): string =>
  text.replaceAll(/(^|[,;\t|]) +(?=")/gm, "$1").replaceAll(/" +(?=[,;\t|]|$)/gm, '"');

/** By which sign most addresses come out whole: “Lovelace, Ada;ada@example.org” has its comma in a name. */
function delimiterOf(text: string): string {
  const sample = text.split("\n", 200);
  const whole = (delimiter: string) =>
    sample.reduce((count, line) => count + line.split(delimiter).filter((cell) => addressIn(clean(cell))).length, 0);
  const [best = ","] = [",", ";", "\t", "|"]
    .map((delimiter) => ({ delimiter, count: whole(delimiter) }))
    .sort((a, b) => b.count - a.count)
    .map(({ delimiter }) => delimiter);
  return best;
}

/** Without what cannot be seen, the quotes of `="0042"`, by which spreadsheets keep zeros, and spaces around. */
const clean = (cell: string): string =>
  cell
    .normalize("NFC")
    .replaceAll(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim()
    .replace(/^=?"(.*)"$/, "$1")
    .trim();

const emailSchema = z.email().max(254);

/** The address in a cell, in lower case, with the name before it where there is one: Ada Lovelace <ada@example.org>. */
export function addressIn(cell: string): { email: string; name: string } | undefined {
  const [, name = "", inside = cell] = /^([^<>]*)<([^<>]*)>$/.exec(cell) ?? [];
  const email = inside
    .trim()
    .replace(/^mailto:/i, "")
    .toLowerCase();
  return emailSchema.safeParse(email).success ? { email, name: clean(name) } : undefined;
}
