/** What the page on mastery shows: an invented learner's answers, weighed by the same code as everybody's. */
import type { Level } from "#lib/exercise/exercise.ts";
import { skills } from "#lib/exercise/skills.ts";
import type { Evidence, Outcome } from "#lib/mastery/evidence.ts";
import { learn } from "#lib/mastery/learn.ts";
import { type Band, masteredFrom, masteryOf, weakBelow } from "#lib/mastery/mastery.ts";
import { leastProbes, mostProbes } from "#lib/mastery/placement.ts";
import type { Learner } from "#lib/mastery/state.ts";

const dayMs = 86_400_000;
const start = Date.UTC(2026, 0, 5);
const skill = "chain-rule";
const about = { skill, exercise: "calculus/chain-rule", with: [] } as const;
/** The answers of the example, a day apart. */
const answers = [
  { level: 1, outcome: "right" },
  { level: 2, outcome: "wrong" },
  { level: 2, outcome: "hinted" },
  { level: 2, outcome: "right" },
  { level: 2, outcome: "right" },
  { level: 3, outcome: "right" },
  { level: 3, outcome: "right" },
  { level: 3, outcome: "right" },
] as const satisfies readonly { level: Level; outcome: Outcome }[];
/** Days without practice at its end. */
const away = 60;

/** One line of the example: what happened, and what is believed then. */
export interface MasteryRow {
  day: number;
  /** Null before the first answer, and after the time without any. */
  answer: { level: Level; outcome: Outcome } | null;
  chance: number;
  band: Band;
  /** Days until the next review, not below 0; null before the first answer. */
  reviewIn: number | null;
}

export interface MasteryGuide {
  /** The name of the skill of the example. */
  skill: string;
  rows: readonly MasteryRow[];
  /** What one first right answer makes of the chance, where it was typed and where it was one of so many options. */
  guessed: readonly { options: number | null; chance: number }[];
  weakBelow: number;
  masteredFrom: number;
  probes: readonly [least: number, most: number];
}

/** The examples of the page on mastery. */
export function masteryGuide(): MasteryGuide {
  const rows: MasteryRow[] = [];
  let learner: Learner = new Map();
  const tell = (day: number, answer: MasteryRow["answer"]) => {
    const at = start + day * dayMs;
    const { chance, band, due } = masteryOf(learner, skill, at);
    const reviewIn = due === null ? null : Math.max(0, Math.round((due - at) / dayMs));
    rows.push({ day, answer, chance, band, reviewIn });
  };
  tell(0, null);
  for (const [i, answer] of answers.entries()) {
    learner = learn(learner, [{ ...about, ...answer, guess: 0 }], start + (i + 1) * dayMs);
    tell(i + 1, answer);
  }
  tell(answers.length + away, null);
  return {
    skill: skills[skill].name,
    rows,
    guessed: guesses(),
    weakBelow,
    masteredFrom,
    probes: [leastProbes, mostProbes],
  };
}

function guesses(): { options: number | null; chance: number }[] {
  return [null, 4, 2].map((options) => {
    const evidence: Evidence = { ...about, level: 2, outcome: "right", guess: options === null ? 0 : 1 / options };
    return { options, chance: masteryOf(learn(new Map(), [evidence], start), skill, start).chance };
  });
}
