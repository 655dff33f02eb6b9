/** One simulated student’s sitting, as rows: judged by the judge of the app, at times that are past. */
import { creditOf } from "#lib/course/credit.ts";
import { judgeAsItStands } from "#lib/course/judge-as-it-stands.ts";
import { bodyHash } from "#lib/course/raw.ts";
import type { StoredVariant } from "#lib/course/stored-variant.ts";
import type { Rng } from "#lib/exercise/rng.ts";
import { hintsOf } from "#lib/exercise/solution.ts";
import { chanceOf, happens, typedBy } from "./answer.ts";
import type { AnswerRow, RevealRow } from "./rows.ts";

export interface Sitter {
  userId: string;
  ability: number;
  rng: Rng;
  newId(): string;
}

/** The rules of the assignment that matter here. */
export interface SittingRules {
  isBlind: boolean;
  tries: number;
  hints: boolean;
}

/** What somebody did at one item. */
export interface Worked {
  answers: AnswerRow[];
  reveals: RevealRow[];
  /** Whether nothing more can be done. */
  isDone: boolean;
  /** When they left it, in milliseconds. */
  until: number;
}

const minute = 60_000;

/** Somebody works at an item from `from` on: answers, and tries again where they may. */
export function workAt(
  stored: StoredVariant,
  difficulty: number,
  { userId, ability, rng, newId }: Sitter,
  { isBlind, tries, hints }: SittingRules,
  from: number,
): Worked {
  const worked: Worked = { answers: [], reveals: [], isDone: false, until: from };
  const mostHints = hints ? hintsOf(stored.exercise, stored.params, stored.level).length : 0;
  // Who knows little leaves more out.
  if (happens(rng, 0.03 + (ability < -0.8 ? 0.08 : 0))) return worked;
  let chance = chanceOf(ability, difficulty);
  for (let sequence = 1; sequence <= (isBlind ? 1 : tries); sequence++) {
    const spent = Math.round((rng.decimal(0.5, 4, 2) + 0.6 * Math.max(0, difficulty - ability)) * minute);
    worked.until += spent;
    const shown = worked.reveals.length;
    if (sequence > 1 && shown < mostHints && happens(rng, 0.35)) {
      const at = worked.until - Math.round(spent / 2);
      worked.reveals.push({ id: newId(), variantId: stored.id, userId, index: shown, at });
      chance += (1 - chance) * 0.5;
    }
    const typed = typedBy(stored, happens(rng, chance), rng);
    const judged = judgeAsItStands(stored, typed);
    if (!judged) continue;
    const { raw, receipt } = judged;
    worked.answers.push({
      id: newId(),
      receiptId: newId(),
      key: newId(),
      hash: bodyHash(stored.id, raw),
      userId,
      variantId: stored.id,
      sequence: worked.answers.length + 1,
      raw,
      seconds: Math.round(spent / 1000),
      at: worked.until,
      receipt,
      score: receipt.score * creditOf(worked.reveals.length, false),
    });
    if (receipt.verdict === "right") break;
    // A look at what was said makes the next try better; some have had enough.
    chance += (1 - chance) * 0.45;
    if (happens(rng, 0.12)) break;
  }
  const counted = worked.answers.filter(({ receipt }) => receipt.countsAsTry).length;
  worked.isDone = isBlind || counted >= tries || worked.answers.at(-1)?.receipt.verdict === "right";
  return worked;
}
