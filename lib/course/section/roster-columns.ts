/** Which column of a roster is what; pure. */
import { addressIn, type Row } from "./roster-cells.ts";

const fields = ["email", "name", "first", "last", "studentNumber", "group"] as const;
export type Field = (typeof fields)[number];
export type Places = Partial<Record<Field, number>>;

/**
 * Headings in use at Canvas, Moodle, Blackboard, Gradescope and registries, in English and in some neighbours’ words, in
 * small letters without accents and signs. Those that say it best come first.
 */
const headings: Readonly<Record<Field, readonly string[]>> = {
  email: [
    ...["email", "e mail", "mail", "email address", "e mail address", "mail address", "emailaddress", "sis email"],
    ...["student email", "university email", "primary email", "institutional email", "work email"],
    ...["email adresse", "e mail adresse", "mailadresse", "courriel", "adresse de courriel", "adresse e mail"],
    ...["adresse mail", "correo", "correo electronico", "indirizzo e mail", "indirizzo email"],
    ...["sis login id", "login id", "login", "username", "user name", "uid"],
  ],
  name: [
    ...["name", "full name", "fullname", "display name", "student name", "student", "students", "sortable name"],
    ...["nom complet", "nombre completo", "nome completo", "nome e cognome"],
  ],
  first: [
    ...["first name", "first names", "firstname", "given name", "given names", "forename", "forenames"],
    ...["vorname", "vornamen", "prenom", "prenoms", "nombre", "nombres", "nome", "voornaam"],
  ],
  last: [
    ...["last name", "last names", "lastname", "family name", "surname", "surnames", "nachname", "familienname"],
    ...["nom", "nom de famille", "apellido", "apellidos", "cognome", "achternaam"],
  ],
  studentNumber: [
    ...["student number", "student id", "student no", "student nr", "studentid", "sis user id", "sis id", "sid"],
    ...["id number", "id no", "idnumber", "university id", "matriculation number", "matriculation no"],
    ...["registration number", "registration no", "matrikelnummer", "matrikelnr", "matrikel nr", "matnr"],
    ...["matricule", "matricola", "numero etudiant", "number", "no", "nr", "user id", "id"],
  ],
  group: [
    ...["group", "groups", "tutorial", "tutorial group", "lab", "lab group", "lab section", "section", "sections"],
    ...["team", "class", "gruppe", "gruppen", "ubungsgruppe", "tutorium", "groupe", "groupes", "grupo", "gruppo"],
  ],
};

export interface Columns {
  places: Places;
  /** Undefined where there is none. */
  heading: readonly string[] | undefined;
  people: readonly Row[];
}

/** Tells the columns of a roster, by its heading or by how its cells look. What stands above a heading is a title. */
export function columnsOf(rows: readonly Row[]): Columns {
  const firstAddress = rows.findIndex(({ cells }) => cells.some(addressIn));
  const above = firstAddress < 0 ? rows : rows.slice(0, firstAddress);
  const found = above.map(({ cells }) => placesByHeading(cells));
  const most = Math.max(0, ...found.map((places) => Object.keys(places).length));
  const at = most === 0 ? -1 : found.findIndex((places) => Object.keys(places).length === most);
  const people = rows.slice(at + 1);
  const places = found[at] ?? placesByLook(rows[firstAddress]?.cells ?? []);
  const email = emailColumn(rows[at]?.cells ?? [], people);
  if (email >= 0) places.email = email;
  return { places, heading: rows[at]?.cells, people };
}

const reduced = (heading: string): string =>
  heading
    .replace(/[([].*$/, "")
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();

function placesByHeading(heading: readonly string[]): Places {
  const called = heading.map(reduced);
  const places: Places = {};
  for (const field of fields) {
    const at = headings[field].map((name) => called.indexOf(name)).find((i) => i >= 0);
    if (at !== undefined) places[field] = at;
  }
  // “Name, Vorname”: where the given name stands apart, the name is the family’s.
  if (places.first !== undefined && places.last === undefined && places.name !== undefined) {
    places.last = places.name;
    delete places.name;
  }
  return places;
}

/** The name is the first cell of letters, and the number the first of digits. */
function placesByLook(cells: readonly string[]): Places {
  const places: Places = {};
  const name = cells.findIndex((text) => /^\p{L}[\p{L}\p{M} .,'’-]*$/u.test(text));
  if (name >= 0) places.name = name;
  const number = cells.findIndex((text) => /^[A-Z]{0,3}\d{4,}$/i.test(text));
  if (number >= 0) places.studentNumber = number;
  return places;
}

/** A login may be an address or not: of the columns that are called so the first that has addresses, else the fullest. */
function emailColumn(heading: readonly string[], people: readonly Row[]): number {
  const counts: number[] = [];
  for (const { cells } of people)
    for (const [i, cell] of cells.entries()) if (addressIn(cell)) counts[i] = (counts[i] ?? 0) + 1;
  const called = heading.map(reduced);
  const named = headings.email.map((name) => called.indexOf(name)).filter((i) => i >= 0);
  const fullest = counts.reduce((best, count, i) => (count > (counts[best] ?? 0) ? i : best), -1);
  return named.find((i) => (counts[i] ?? 0) > 0) ?? (fullest >= 0 ? fullest : (named[0] ?? -1));
}
