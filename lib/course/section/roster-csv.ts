/** Reads a roster as it comes out of a spreadsheet or a learning platform; pure. */
import Papa from "papaparse";
import { z } from "zod";

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

type Field = "email" | "name" | "first" | "last" | "studentNumber" | "group";

/** Headings in use at Canvas, Moodle, Blackboard and registries, in English and in some neighbours’ words. */
const headings: Readonly<Record<Field, RegExp>> = {
  email: /^(?:sis )?(?:e-?mail|mail)(?:[ _-]?(?:address|adresse))?$|^sis login id$/i,
  name: /^(?:full |display |student )?name$|^student$|^nom complet$/i,
  first: /^(?:first|given|fore)[ _-]?names?$|^vorname$|^prénom$/i,
  last: /^(?:last|family|sur)[ _-]?names?$|^nachname$|^nom$/i,
  studentNumber:
    /^(?:student|id|sis|sis user|matriculation|registration)[ _-]?(?:id|number|no\.?|nr\.?)$|^(?:id|number|no\.?|nr\.?)$|^matrikel(?:nummer|nr\.?)$/i,
  group: /^(?:tutorial |lab )?(?:groups?|sections?|tutorial|team|gruppe|groupe)$/i,
};

const mostRows = 5000;
const mostText = 200;
const emailSchema = z.email().max(254);

/**
 * @param text comma, semicolon or tab between the fields, quotes around some, with a heading or not; a byte order mark,
 * empty lines and spaces around fields do not matter
 * @returns the people that could be read, each address once, and what is wrong with every other row
 */
export function readRosterText(text: string): RosterReading {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, "").trimEnd(), { skipEmptyLines: false });
  const rows = data
    .map((fields, i) => ({ row: i + 1, fields: fields.map(clean) }))
    .filter(({ fields }) => fields.some(Boolean));
  const [first] = rows;
  if (!first) return fault(1, "There is nothing in it.");
  const headed = !first.fields.some(isEmail);
  const people = headed ? rows.slice(1) : rows;
  if (people.length > mostRows) return fault(mostRows, `Import at most ${mostRows} rows at a time.`);
  const places = headed ? placesByHeading(first.fields) : placesByLook(first.fields);
  if (places.email === undefined)
    return fault(first.row, "No column has e-mail addresses. Name one “email” in the first row.");
  return {
    ...readRows(people, places),
    columns: namesOf(places, headed ? first.fields : undefined),
  };
}

type Places = Partial<Record<Field, number>>;
type Row = { row: number; fields: string[] };

const fault = (row: number, says: string): RosterReading => ({ lines: [], faults: [{ row, says }], columns: {} });
/** Quotes that stand after a space are no quotes to a reader of CSV. */
const clean = (field: string): string =>
  field
    .replaceAll(/[\s\u00a0]+/g, " ")
    .trim()
    .replace(/^"(.*)"$/, "$1")
    .trim();
const isEmail = (field: string): boolean => emailSchema.safeParse(field).success;
const fields: readonly Field[] = ["email", "name", "first", "last", "studentNumber", "group"];

function placesByHeading(heading: readonly string[]): Places {
  const places: Places = {};
  for (const field of fields) {
    const at = heading.findIndex((text) => headings[field].test(text));
    if (at >= 0) places[field] = at;
  }
  return places;
}

/** Without a heading: the address is what looks like one, and the name the first field of letters. */
function placesByLook(line: readonly string[]): Places {
  const places: Places = { email: line.findIndex(isEmail) };
  const name = line.findIndex((text) => !isEmail(text) && /^\p{L}[\p{L}\p{M} .,'’-]*$/u.test(text));
  if (name >= 0) places.name = name;
  const number = line.findIndex((text) => /^[A-Z]{0,3}\d{4,}$/i.test(text));
  if (number >= 0) places.studentNumber = number;
  return places;
}

const namesOf = (places: Places, heading: readonly string[] | undefined): RosterReading["columns"] =>
  Object.fromEntries(Object.entries(places).map(([field, at]) => [field, heading?.[at] ?? `column ${at + 1}`]));

function readRows(rows: readonly Row[], places: Places): Pick<RosterReading, "lines" | "faults"> {
  const lines: (RosterLine & { row: number })[] = [];
  const faults: RosterFault[] = [];
  const seen = new Map<string, number>();
  for (const { row, fields: found } of rows) {
    const at = (field: Field) => found[places[field] ?? -1] ?? "";
    const email = at("email")
      .replace(/^mailto:/i, "")
      .toLowerCase();
    const says = wrongWith(email, found, seen);
    if (says !== undefined) {
      faults.push({ row, says });
      continue;
    }
    seen.set(email, row);
    const name = at("name") || [at("first"), at("last")].filter(Boolean).join(" ");
    lines.push({
      row,
      email,
      name: name || null,
      studentNumber: at("studentNumber") || null,
      group: at("group") || null,
    });
  }
  return { lines, faults };
}

function wrongWith(email: string, found: readonly string[], seen: ReadonlyMap<string, number>): string | undefined {
  if (email === "") return "There is no e-mail address.";
  if (!isEmail(email)) return `“${email.slice(0, 60)}” is not an e-mail address.`;
  if (seen.has(email)) return `${email} stands in row ${seen.get(email)} already.`;
  if (found.some((text) => text.length > mostText)) return `A field is longer than ${mostText} characters.`;
  if (found.some((text) => /[\p{Cc}\p{Surrogate}]/u.test(text)))
    return "There is a character in it that cannot be stored.";
  return undefined;
}
