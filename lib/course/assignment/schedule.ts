/**
 * When an assignment is open for one student, when their attempt ends, and when they may be told. Pure; all times are
 * in milliseconds.
 */
import type { AssignmentConfig } from "./config.ts";

/** Null where there is no such date. */
export interface Dates {
  opensAt: number | null;
  dueAt: number | null;
  lateUntil: number | null;
}

/** What is different for one student; null where nothing is. */
export interface Different extends Dates {
  timeFactor: number | null;
  extraDays: number | null;
}

const day = 24 * 60 * 60 * 1000;

/**
 * The dates of one student. What is said for this assignment alone overrides what is said for all; a date overrides
 * days. Nobody is ever worse off than everybody: a date of their own that is earlier, as when that of everybody was moved
 * since, does not count, and the late date is never before the due date and moves along with it.
 * @param own said for this assignment
 * @param general said for every assignment of the section
 */
export function datesFor(everybody: Dates, own: Different | null, general: Different | null): Dates {
  const days = own?.extraDays ?? general?.extraDays ?? 0;
  const moved = (date: number | null) => (date === null ? null : date + days * day);
  const dueAt = own?.dueAt == null ? moved(everybody.dueAt) : latest(own.dueAt, everybody.dueAt);
  const shift = dueAt === null || everybody.dueAt === null ? 0 : dueAt - everybody.dueAt;
  const late = everybody.lateUntil;
  const lateUntil =
    own?.lateUntil == null ? (late === null ? null : late + shift) : Math.max(own.lateUntil, late ?? own.lateUntil);
  return {
    opensAt: own?.opensAt ?? everybody.opensAt,
    dueAt,
    lateUntil: lateUntil === null || dueAt === null ? lateUntil : Math.max(lateUntil, dueAt),
  };
}

/** Null is never, and so later than any. */
const latest = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : Math.max(a, b);

/** From when on nothing is taken any more; null where there is no such time. */
export const closeOf = ({ dueAt, lateUntil }: Dates): number | null => lateUntil ?? dueAt;

/** The time limit of one student in minutes, rounded up; null for none. */
export function minutesFor(minutes: number | null, own: Different | null, general: Different | null): number | null {
  if (minutes === null) return null;
  // 100 · 1.1 is a little more than 110 in binary, and not a minute more.
  return Math.ceil(Number((minutes * (own?.timeFactor ?? general?.timeFactor ?? 1)).toFixed(6)));
}

interface Attempted {
  startedAt: number;
  /** When it was handed in; null while it was not. */
  finishedAt: number | null;
}

interface Held {
  dates: Dates;
  minutes: number | null;
  /** When it has closed for everybody, accommodations included; null where that is never. */
  lastClose: number | null;
  releasedAt: number | null;
}

interface Schedule {
  /** Null where the attempt does not end by itself. */
  endsAt: number | null;
  /** Null where that is not known yet. */
  tellsAt: number | null;
  /** Null where that is not known yet, or never. */
  solvesAt: number | null;
}

/**
 * The end of an attempt, and when its verdicts and solutions may be told; solutions never before verdicts. Where everybody
 * has the same variants, "after due" waits for the last student; what was released is told at once, but to nobody whose
 * attempt is under way.
 */
export function scheduleOf(
  { feedback, solutions, variants }: Pick<AssignmentConfig, "feedback" | "solutions" | "variants">,
  { startedAt, finishedAt }: Attempted,
  { dates, minutes, lastClose, releasedAt }: Held,
): Schedule {
  const close = closeOf(dates) ?? (feedback === "at once" ? null : releasedAt);
  const endsAt = earliest(close, minutes === null ? null : startedAt + minutes * 60_000);
  const end = finishedAt ?? endsAt;
  const due = variants === "same" ? lastClose : close;
  const notBefore = (time: number | null) => (time === null ? null : Math.max(time, end ?? time));
  const base = { "after due": earliest(due, releasedAt), "on release": releasedAt } as const;
  const tellsAt = feedback === "at once" ? startedAt : notBefore(base[feedback]);
  const solvesAt = solutions === "never" || solutions === "when settled" ? null : notBefore(base[solutions]);
  return { endsAt, tellsAt, solvesAt: solvesAt === null || tellsAt === null ? null : Math.max(solvesAt, tellsAt) };
}

function earliest(...times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.min(...known);
}
