/** How far somebody is with each item of a quiz under way: read, and never judged. */
import "server-only";
import { db } from "#lib/db/client.ts";
import type { Level } from "#lib/exercise/exercise.ts";
import { shownStep } from "#lib/exercise/step.ts";
import { read } from "#lib/grading/kinds/table.ts";
import { levelSchema } from "./level.ts";
import type { Raw } from "./raw.ts";
import { findVersion } from "./registry.ts";
import { guarded, type StoredVariant } from "./stored-variant.ts";
import { storedRawSchema } from "./submission.ts";

/** An item in the list of a quiz. */
export interface QuizItemState {
  position: number;
  title: string;
  level: Level;
  flagged: boolean;
  /** "checked" was judged at once, and is closed; of one that is "gone", the code is not here any more. */
  state: "checked" | "answered" | "partly" | "unreadable" | "blank" | "gone";
  /** The parts that are blank, in words. */
  blank: string[];
  /** The parts that cannot be read, in words. */
  unreadable: string[];
}

/** The items of an attempt in their order. Whose it is, the caller has made sure. */
export async function itemStatesOf(attemptId: string): Promise<QuizItemState[]> {
  const rows = await db().variant.findMany({
    where: { attemptId },
    // Of several rounds the latest stands there.
    orderBy: [{ position: "asc" }, { round: "desc" }],
    distinct: ["position"],
    include: { drafts: true },
  });
  return await Promise.all(
    rows.map(async ({ drafts, ...row }): Promise<QuizItemState> => {
      const typed = storedRawSchema.parse(drafts[0]?.raw ?? {});
      const parts = row.state === "broken" ? undefined : await guarded(row, (stored) => readParts(stored, typed));
      const about = {
        position: row.position ?? 0,
        title: findVersion(row.exerciseId, row.version)?.title ?? row.exerciseId,
        level: levelSchema.parse(row.level),
        flagged: row.flagged,
      };
      if (!parts) return { ...about, state: "gone", blank: [], unreadable: [] };
      if (row.state === "done") return { ...about, state: "checked", blank: [], unreadable: [] };
      const [blank, unreadable] = [wordsOf(parts, "blank"), wordsOf(parts, "unreadable")];
      return { ...about, state: stateOf(parts.length, blank.length, unreadable.length), blank, unreadable };
    }),
  );
}

interface ReadPart {
  words: string;
  is: "read" | "blank" | "unreadable";
}

const readParts = ({ exercise, params, level }: StoredVariant, typed: Raw): ReadPart[] =>
  exercise.asks[level].map((name) => {
    const { words, spec } = shownStep(exercise, params, name);
    const text = Object.hasOwn(typed, name) ? (typed[name] ?? "") : "";
    if (text.trim() === "") return { words, is: "blank" };
    return { words, is: read(text, spec).outcome === "read" ? "read" : "unreadable" };
  });

const wordsOf = (parts: readonly ReadPart[], which: ReadPart["is"]): string[] =>
  parts.filter(({ is }) => is === which).map(({ words }) => words);

function stateOf(parts: number, blank: number, unreadable: number): QuizItemState["state"] {
  if (blank === parts) return "blank";
  if (unreadable > 0) return "unreadable";
  return blank > 0 ? "partly" : "answered";
}
