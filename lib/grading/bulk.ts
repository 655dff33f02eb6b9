/**
 * Judging in bulk, a line of JSON for each answer: for authors, and for anyone who wants to test the rules. No exercise
 * stands behind a line, so there are no malrules, nothing is carried forward, and the rounding window is zero.
 */
import { axesOf, type Domain, entriesOf, type KindSpec, ruleOf, type Value } from "#lib/exercise/kinds.ts";
import { ruleInWords } from "#lib/exercise/rule.ts";
import { type Asked, askedBy, lineSchema } from "./bulk-line.ts";
import { intervalInWords } from "./interval.ts";
import { kindOf } from "./kinds/table.ts";
import { unwrap } from "./kinds/wrapping.ts";
import { occurringNames, runsOf } from "./occurring-names.ts";
import { isImprecise, moreDigits } from "./precision.ts";
import type { NotRead, Read, Reading } from "./reading.ts";

/** The keys stand in this order in the output. */
export interface Graded {
  verdict: "right" | "wrong" | "imprecise" | "unreadable";
  /** 0 to 1. */
  score: number;
  /** The value that was read, as text; empty where nothing was. */
  readAs: string;
  /** One sentence: which rule was met, what to look at, or why it could not be read. */
  reason: string;
}

/** Judges one line of JSON, the n-th. Never throws: a line that asks for nothing sensible is unreadable and says why. */
export function gradeLine(line: string, n: number): Graded {
  const bad = (why: string) => unreadable(`line ${n}: ${why}`);
  try {
    const json = parseJson(line);
    if (json === undefined) return bad(line.trim() === "" ? "this line is empty" : "this is not JSON");
    const parsed = lineSchema.safeParse(json);
    if (!parsed.success) return bad(issueOf(parsed.error.issues));
    const asked = askedBy(parsed.data);
    if (asked.is === "refused") return bad(asked.why);
    const { reference, typed } = parsed.data;
    const sides = readBoth(asked, reference, typed);
    const why = whyUnfit(sides.reference);
    if (why !== undefined || sides.reference.outcome !== "read") return bad(`the reference cannot be used: ${why}`);
    return sides.typed.outcome === "read" ? compared(sides.spec, sides.typed, sides.reference) : notRead(sides.typed);
  } catch (error) {
    // Reading and comparing are total; were they ever not so, the lines behind this one are still judged.
    return bad(`this could not be judged (${error instanceof Error ? error.message : "unknown"})`);
  }
}

const unreadable = (reason: string): Graded => ({ verdict: "unreadable", score: 0, readAs: "", reason });

/** Says of a line that it is longer than the reader of lines takes in. */
export const tooLong = (n: number, most: number): Graded => unreadable(`line ${n}: this is longer than ${most} bytes`);

/** The value of a JSON text; undefined where it is none. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function issueOf([first]: readonly { path: readonly PropertyKey[]; message: string }[]): string {
  const path = first?.path.map(String).join(".") ?? "";
  return `${path === "" ? "" : `${path}: `}${first?.message ?? "is not valid"}`;
}

interface Sides {
  spec: KindSpec;
  reference: Reading<Value>;
  typed: Reading<Value>;
}

/** Reads both texts by one spec. Where the variables are to be found, what the reference uses comes first. */
function readBoth(asked: Exclude<Asked, { is: "refused" }>, reference: string, typed: string): Sides {
  const by = (spec: KindSpec): Sides => {
    const kind = kindOf(spec);
    return { spec, reference: kind.read(reference, spec), typed: kind.read(typed, spec) };
  };
  if (asked.is === "declared") return by(asked.spec);
  const used = asked.from === "reference" ? reference.replace(wordsBetweenSizes, " ") : inside(reference);
  const names = [...new Set([...asked.declared, ...occurringNames(used)])].sort();
  const first = by(asked.spec(names));
  if (asked.from === "reference" || first.typed.outcome !== "unreadable") return first;
  const others = lettersTyped(inside(typed), names);
  return others.length === 0 ? first : by(asked.spec([...names, ...others].sort()));
}

/** "n by p" has two letters. */
const wordsBetweenSizes = /\b(?:by|and|rows?|columns?|cols?)\b/gi;

/** Letters of what was typed that the reference does not have. Three or more in one run make a word, not a product. */
function lettersTyped(text: string, known: readonly string[]): string[] {
  const unknown = runsOf(text).map((run) => run.filter((name) => !known.includes(name)));
  return [...new Set(unknown.filter((names) => names.length < 3).flat())];
}

/** The text without what stands around a pasted array or before an equals sign. */
function inside(text: string): string {
  const { from, to } = unwrap(text);
  const value = text.slice(from, to);
  return value.slice(value.lastIndexOf("=") + 1);
}

/** Why a reference cannot be compared with; undefined where it can. */
function whyUnfit(reference: Reading<Value>): string | undefined {
  if (reference.outcome !== "read") return whyNot(reference);
  const entries = entriesOf(reference.value);
  const isLost = reference.written.some((how, k) => how !== "formula" && how.digits > 0 && entries[k] === 0);
  return isLost ? "it is smaller than any number that a computer holds, and would be taken for zero" : undefined;
}

const notRead = (reading: NotRead): Graded =>
  unreadable(reading.outcome === "ambiguous" ? `ambiguous: ${whyNot(reading)}` : whyNot(reading));

function whyNot(reading: NotRead): string {
  if (reading.outcome === "ambiguous")
    return `${reading.message} Write ${reading.readings.map(({ typed }) => typed).join(" or ")}.`;
  return reading.suggestion === null ? reading.message : `${reading.message} Write ${reading.suggestion}.`;
}

function compared(spec: KindSpec, submitted: Read<Value>, reference: Read<Value>): Graded {
  const kind = kindOf(spec);
  const [s, t] = [submitted.value, reference.value];
  const { right, lacks, undecided, says } = kind.compare(s, t, spec, []);
  const as = (verdict: Graded["verdict"], reason: string): Graded => ({
    verdict,
    score: verdict === "right" ? 1 : 0,
    readAs: submitted.text,
    reason,
  });
  if (undecided)
    return as("unreadable", "undecided: whether the two are equal could not be settled; a person has to look.");
  if (right) return as("right", `Accepted by the rule: ${ruleAnd(spec, t)}.`);
  if (lacks !== undefined) return as("imprecise", `Right so far; ${lacks}.`);
  if (isImprecise(spec, s, submitted.written, t, [])) return as("imprecise", `Right so far; give ${moreDigits(spec)}.`);
  const around = { formula: reference.tex, sizes: axesOf(t), written: submitted.written, window: [] };
  const near = kind.nearMiss(s, t, spec, around);
  return as("wrong", near?.says ?? says ?? `Not accepted by the rule: ${ruleAnd(spec, t)}.`);
}

/** The rule, and what it accepts where that is an interval. */
function ruleAnd(spec: KindSpec, reference: Value): string {
  const rule = ruleOf(spec);
  if ("equivalent" in rule) return `equal as ${ruleInWords(spec)}${domainInWords(rule.equivalent)}`;
  const interval = intervalInWords(spec, reference, []);
  return interval ? `${ruleInWords(spec)}, ${interval}` : ruleInWords(spec);
}

/** ", for 0 < x < 10 and y > 0"; nothing for all reals. */
function domainInWords({ domain = {} }: Domain): string {
  const parts = Object.entries(domain).flatMap(([name, [from, to]]) => {
    if (from === null) return to === null ? [] : [`${name} < ${to}`];
    return [to === null ? `${name} > ${from}` : `${from} < ${name} < ${to}`];
  });
  return parts.length === 0 ? "" : `, for ${parts.join(" and ")}`;
}
