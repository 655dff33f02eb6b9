/** How to type answers, made from the examples of the grading table: each is read here as an answer would be. */
import type { KindName } from "#lib/exercise/kinds.ts";
import { type TypingExample, typingExamples } from "#lib/grading/examples.ts";
import { read } from "#lib/grading/kinds/table.ts";

export interface GuideExample {
  typed: string;
  verdict: TypingExample["verdict"];
  note: string;
  /** How it is read, as TeX; null where it is not. */
  tex: string | null;
  /** Why it is not read, and what to type instead. */
  problem: { message: string; suggestion: string | null } | null;
  /** The two readings of what is asked back. */
  readings: readonly { typed: string; tex: string }[];
}

export interface GuideGroup {
  title: string;
  examples: readonly GuideExample[];
}

export interface GuideSection {
  id: string;
  name: string;
  says: string;
  groups: readonly GuideGroup[];
}

/** The kinds in the order of the page, with an introduction to each. */
const kinds: readonly (readonly [kind: KindName, name: string, says: string])[] = [
  [
    "number",
    "Numbers",
    "Write a number as you would on paper: a decimal, a fraction, a percentage, or the arithmetic that gives it. The rule beside the field says how many digits are asked for; more are always welcome.",
  ],
  ["integer", "Whole numbers", "A whole number, or arithmetic that gives one. It is compared exactly."],
  [
    "fraction",
    "Fractions",
    "A fraction of whole numbers. It is compared exactly, so that a rounded decimal will not do.",
  ],
  ["vector", "Vectors", "Entries with commas or spaces between, with or without brackets, in a row or in a column."],
  [
    "matrix",
    "Matrices",
    "Rows on lines, between semicolons, or as nested lists. Paste from a notebook or a spreadsheet.",
  ],
  ["set", "Sets", "The elements in any order, each of them once."],
  ["shape", "Shapes", "The sizes of an array, rows first, or that it does not exist."],
  [
    "expression",
    "Formulas",
    "Any formula that is equal to the right one will do, however it is arranged, unless a form is asked for. A product needs no sign: 2x, x(x+1), xe^x.",
  ],
  ["choice", "One option", "Pick it, or type its name."],
  ["choices", "Several options", "Every option that holds, and no other."],
  ["order", "An order", "All of them, first to last."],
];

/** One section for each kind that has examples, then what is asked back, then what is refused. */
export function typingGuide(): GuideSection[] {
  const shown = typingExamples.map((example) => ({ ...example, shown: show(example) }));
  const isRead = ({ verdict }: TypingExample) => verdict !== "ambiguous" && verdict !== "unreadable";
  const groupsOf = (rows: typeof shown): GuideGroup[] =>
    [...new Set(rows.map(({ group }) => group))].map((title) => ({
      title,
      examples: rows.filter(({ group }) => group === title).map((row) => row.shown),
    }));
  const sections = kinds.map(([kind, name, says]) => ({
    id: kind,
    name,
    says,
    groups: groupsOf(shown.filter((row) => row.spec.kind === kind && isRead(row))),
  }));
  const asked = {
    id: "asked-back",
    name: "What is asked back",
    says: "Some spellings mean one thing to some people and another to others. You are shown both readings and pick one; it costs no try. A pair of parentheses avoids the question.",
    groups: groupsOf(shown.filter(({ verdict }) => verdict === "ambiguous")),
  };
  const refused = {
    id: "not-read",
    name: "What cannot be read",
    says: "What cannot be read is not judged and costs no try. The field says what is in the way, and where it can, what to write instead.",
    groups: groupsOf(shown.filter(({ verdict }) => verdict === "unreadable")),
  };
  return [...sections, asked, refused].filter(({ groups }) => groups.length > 0);
}

function show({ typed, spec, verdict, note }: TypingExample): GuideExample {
  const reading = read(typed, spec);
  const about = { typed, verdict, note };
  if (reading.outcome === "read") return { ...about, tex: reading.tex, problem: null, readings: [] };
  if (reading.outcome === "ambiguous") return { ...about, tex: null, problem: null, readings: reading.readings };
  const { message, suggestion } = reading;
  return { ...about, tex: null, problem: { message, suggestion }, readings: [] };
}
