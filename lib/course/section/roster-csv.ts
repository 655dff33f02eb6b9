/** Reads a roster as it comes out of a spreadsheet, a learning platform or a mail; pure. */
import { addressIn, type Row, rowsOf } from "./roster-cells.ts";
import { columnsOf, type Field, type Places } from "./roster-columns.ts";

/** One person, as the roster has them; null where it says nothing. */
export interface RosterLine {
  /** Lower case. */
  email: string;
  name: string | null;
  studentNumber: string | null;
  group: string | null;
}

export interface RosterFault {
  /** As a spreadsheet counts: the heading is row 1. */
  row: number;
  says: string;
}

export interface RosterReading {
  lines: readonly (RosterLine & { row: number })[];
  faults: readonly RosterFault[];
  /** Which column was taken for what, by its heading or its number. */
  columns: Readonly<Partial<Record<Field, string>>>;
}

const mostRows = 5000;
const mostText = 200;

/**
 * @param text comma, semicolon, tab or bar between the fields, quotes around some, with a heading or not; a byte order
 * mark, titles above the heading, empty lines and spaces around fields do not matter
 * @returns the people that could be read, each address once, and what is wrong with every other row
 */
export function readRosterText(text: string): RosterReading {
  const rows = rowsOf(text);
  const [first] = rows;
  if (!first) return fault(1, "There is nothing in it.");
  const { places, heading, people } = columnsOf(rows);
  if (places.email === undefined)
    return fault(first.row, "No column has e-mail addresses. Name one “email” in the first row.");
  const each = heading ? people : people.flatMap(apart);
  if (each.length > mostRows) return fault(mostRows, `Import at most ${mostRows} rows at a time.`);
  return { ...readRows(each, places), columns: namesOf(places, heading) };
}

const fault = (row: number, says: string): RosterReading => ({ lines: [], faults: [{ row, says }], columns: {} });

/** A line of nothing but addresses, as it is copied from a mail, is as many people; the last sign may end it. */
function apart({ row, cells }: Row): Row[] {
  const full = cells.filter(Boolean);
  return full.length > 1 && full.every(addressIn)
    ? [...new Set(full)].map((cell) => ({ row, cells: [cell] }))
    : [{ row, cells }];
}

const namesOf = (places: Places, heading: readonly string[] | undefined): RosterReading["columns"] =>
  Object.fromEntries(Object.entries(places).map(([field, at]) => [field, heading?.[at] ?? `column ${at + 1}`]));

function readRows(rows: readonly Row[], places: Places): Pick<RosterReading, "lines" | "faults"> {
  const lines: (RosterLine & { row: number })[] = [];
  const faults: RosterFault[] = [];
  const seen = new Map<string, number>();
  for (const { row, cells } of rows) {
    const at = (field: Field) => cells[places[field] ?? -1] ?? "";
    const address = addressIn(at("email"));
    if (!address) {
      faults.push({ row, says: notAnAddress(at("email")) });
      continue;
    }
    const name = spoken(at("name")) || [at("first"), at("last")].filter(Boolean).join(" ") || spoken(address.name);
    const said = { name, studentNumber: at("studentNumber"), group: at("group") };
    const says = twice(address.email, seen) ?? wrongIn(Object.values(said));
    if (says !== undefined) {
      faults.push({ row, says });
      continue;
    }
    seen.set(address.email, row);
    lines.push({
      row,
      email: address.email,
      name: said.name || null,
      studentNumber: said.studentNumber || null,
      group: said.group || null,
    });
  }
  return { lines, faults };
}

/** “Lovelace, Ada” as one would call her; what follows the comma in “Martin King, Jr.” is no first name. */
function spoken(name: string): string {
  const [, last, first] = /^([^,]+), ?([^,]+)$/.exec(name) ?? [];
  if (last === undefined || first === undefined || titles.test(first)) return name;
  return `${first.trim()} ${last.trim()}`;
}

const titles = /^(?:jr|sr|ii|iii|iv|esq|md|mba|dr|(?:ph|m|b|d) ?\.? ?(?:d|sc|a|phil|eng))\.?$/i;

const notAnAddress = (text: string): string =>
  text === "" ? "There is no e-mail address." : `“${text.slice(0, 60)}” is not an e-mail address.`;

const twice = (email: string, seen: ReadonlyMap<string, number>): string | undefined =>
  seen.has(email) ? `${email} stands in row ${seen.get(email)} already.` : undefined;

/** Only what would be stored: a column of remarks may hold anything. */
function wrongIn(texts: readonly string[]): string | undefined {
  if (texts.some((text) => text.length > mostText)) return `A field is longer than ${mostText} characters.`;
  if (texts.some((text) => /[\p{Cc}\p{Surrogate}]/u.test(text)))
    return "There is a character in it that cannot be stored.";
  return undefined;
}
