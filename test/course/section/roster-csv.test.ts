import { describe, expect, it } from "vitest";
import { readRosterText } from "#lib/course/section/roster-csv.ts";

const people = (text: string) =>
  readRosterText(text).lines.map(({ email, name, studentNumber, group }) => [email, name, studentNumber, group]);
const faults = (text: string) => readRosterText(text).faults.map(({ row, says }) => `${row}: ${says}`);

describe("a roster", () => {
  it.each([
    ["with commas", "name,email\nAda Lovelace,ada@example.org"],
    ["with semicolons, as spreadsheets of half of Europe write it", "name;email\nAda Lovelace;ada@example.org"],
    ["with tabs, as it is pasted from a spreadsheet", "name\temail\nAda Lovelace\tada@example.org"],
    ["with a byte order mark and Windows line ends", "\uFEFFname,email\r\nAda Lovelace,ada@example.org\r\n"],
    ["with quotes, spaces and capitals", ' "Name" , "E-Mail Address"\n "Ada  Lovelace" , ADA@Example.org '],
    ["with the columns the other way round", "email,name\nada@example.org,Ada Lovelace"],
    ["with first and last names", "Last name,First name,Email address\nLovelace,Ada,ada@example.org"],
    ["without a heading", "Ada Lovelace,ada@example.org"],
    ["with empty lines between", "\nname,email\n\n\nAda Lovelace,ada@example.org\n\n"],
    ["with German headings", "Vorname;Nachname;E-Mail-Adresse\nAda;Lovelace;ada@example.org"],
  ])("is read %s", (_, text) => {
    expect(people(text)).toEqual([["ada@example.org", "Ada Lovelace", null, null]]);
    expect(faults(text)).toEqual([]);
  });

  it.each([
    ["in quotes", 'name,email\n"Lovelace, Ada",ada@example.org'],
    ["in quotes after a space", 'name, email\n "Lovelace, Ada" , ada@example.org'],
    ["between semicolons", "Lovelace, Ada;ada@example.org\nTuring, Alan;alan@example.org"],
    ["with a German heading", "Name;Vorname;E-Mail\nLovelace;Ada;ada@example.org"],
    ["below a title", "Machine learning 1;;\nAutumn 2026;;\n\nStudent;SIS Login ID\nLovelace, Ada;ada@example.org"],
    ["below the separator that a spreadsheet names", "sep=;\nName;Mail\nLovelace, Ada;ada@example.org"],
    ["in front of the address, as in a mail", "Ada Lovelace <ada@example.org>; Alan Turing <alan@example.org>;"],
    ["beside addresses under a heading of their own", "Name,Contact\nAda Lovelace,ada@example.org"],
    ["with headings as programs write them", "user_id,full_name,email\n,Ada Lovelace,ada@example.org"],
    ["with signs that nobody sees", "Name,Email\n\u200eAda\u00a0Lovelace,\u200bada@example.org\u200b"],
  ])("brings the name %s, as one would say it", (_, text) => {
    expect(people(text)[0]).toEqual(["ada@example.org", "Ada Lovelace", null, null]);
  });

  it("may be the receivers of a mail", () => {
    expect(people("ada@example.org, alan@example.org, ")).toEqual([
      ["ada@example.org", null, null, null],
      ["alan@example.org", null, null, null],
    ]);
  });

  it("leaves alone what follows a comma and is no first name", () => {
    expect(people('name,email\n"Martin King, Jr.",king@example.org\n"Ann Lee, PhD",lee@example.org')).toEqual([
      ["king@example.org", "Martin King, Jr.", null, null],
      ["lee@example.org", "Ann Lee, PhD", null, null],
    ]);
  });

  it("as Canvas exports it: the login is no address, and the platform’s own number not the student’s", () => {
    const text =
      "Student,ID,SIS User ID,SIS Login ID,Email,Section\n    Points Possible,,,,,\n" +
      '"Lovelace, Ada",1337,0042,alovelace,ada@example.org,ML-01';
    expect(people(text)).toEqual([["ada@example.org", "Ada Lovelace", "0042", "ML-01"]]);
    expect(faults(text)).toEqual(["2: There is no e-mail address."]);
  });

  it("loses no row to a quotation mark that is not closed", () => {
    const text = 'name,email\n"Ada Lovelace,ada@example.org\n"Alan" Turing,alan@example.org\nGrace,grace@example.org';
    expect(people(text).map(([email]) => email)).toEqual(["ada@example.org", "alan@example.org", "grace@example.org"]);
  });

  it("keeps zeros that a spreadsheet protects, and does not mind long remarks", () => {
    expect(people(`name,email,id,remarks\nAda,ada@example.org,"=""0042""",${"so ".repeat(100)}`)).toEqual([
      ["ada@example.org", "Ada", "0042", null],
    ]);
  });

  it.each(["Student ID", "Number", "SIS User ID", "Matrikelnr."])(
    "brings %s and groups along, and keeps leading zeros",
    (heading) => {
      expect(people(`${heading},Name,Email,Group\n0042,Ada,ada@example.org,Tuesday\n,Alan,alan@example.org,`)).toEqual([
        ["ada@example.org", "Ada", "0042", "Tuesday"],
        ["alan@example.org", "Alan", null, null],
      ]);
    },
  );

  it("may be addresses alone, one on each line", () => {
    expect(people("ada@example.org\nalan@example.org")).toEqual([
      ["ada@example.org", null, null, null],
      ["alan@example.org", null, null, null],
    ]);
  });

  it("tells of each row that cannot be used where it stands and why, and reads the others", () => {
    const text = "name,email\nAda,ada@example.org\nAlan,alan(at)example.org\nGrace,\nAda again,ADA@example.org";
    expect(people(text)).toEqual([["ada@example.org", "Ada", null, null]]);
    expect(faults(text)).toEqual([
      "3: “alan(at)example.org” is not an e-mail address.",
      "4: There is no e-mail address.",
      "5: ada@example.org stands in row 2 already.",
    ]);
  });

  it.each([
    ["", "1: There is nothing in it."],
    ["  \n \n", "1: There is nothing in it."],
    ["name,number\nAda,12345", "1: No column has e-mail addresses. Name one “email” in the first row."],
    [`name,email\n${"a".repeat(201)},ada@example.org`, "2: A field is longer than 200 characters."],
    ["name,email\nA\0da,ada@example.org", "2: There is a character in it that cannot be stored."],
  ])("that cannot be read says what is wrong: %j", (text, says) => {
    expect(people(text)).toEqual([]);
    expect(faults(text)).toEqual([says]);
  });

  it("of more than 5,000 rows is not imported at once", () => {
    const rows = Array.from({ length: 5001 }, (_, i) => `s${i}@example.org`);
    expect(faults(rows.join("\n"))).toEqual(["5000: Import at most 5000 rows at a time."]);
    expect(people(rows.slice(1).join("\n"))).toHaveLength(5000);
  });
});
