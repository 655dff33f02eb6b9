/** What came of a drill. */
import "server-only";
import type { Level } from "#lib/exercise/exercise.ts";
import { type SkillId, skills } from "#lib/exercise/skills.ts";
import { forecast } from "#lib/mastery/review.ts";
import type { Learner } from "#lib/mastery/state.ts";
import { type IdeaPlace, ideaDrilledBy } from "#lib/tutorial/find-idea.ts";
import { drillConfigSchema, drillOutcomeSchema, type SkillReading } from "./attempt-config.ts";
import { readSkills } from "./drill-choose.ts";
import type { DrillItem, ItemOutcome } from "./drill-item.ts";
import { planOf } from "./drill-plan.ts";
import { focusNames, titleOf, type Why, whyOf } from "./drill-why.ts";
import { isSkillId, skillIds } from "./skill-id.ts";

export interface DrillSummary {
  state: "finished";
  id: string;
  focus: string[];
  /** ISO 8601. */
  startedAt: string;
  items: SummaryItem[];
  /** Worked on, right at the first try without hints, and passed by. */
  worked: number;
  right: number;
  skipped: number;
  /** The most first tries right in a row. */
  best: number;
  /** Looked at, as the browser tells. */
  seconds: number;
  /** The main skills of what was worked on, and others where they moved, in the order of the course. */
  moved: MovedSkill[];
  /** Reviews that are due now, and in the days of a week after. */
  due: { now: number; week: number };
}

export interface SummaryItem {
  position: number;
  exercise: { id: string; title: string };
  level: Level;
  /** Of the variant. */
  number: number;
  why: Why;
  outcome: ItemOutcome | "broken";
  /** Whether a wrong first try left some part right. */
  isPartly: boolean;
  rightLater: boolean;
  seconds: number;
  lesson: IdeaPlace | null;
}

export interface MovedSkill {
  id: SkillId;
  name: string;
  before: SkillReading;
  after: SkillReading;
}

interface Row {
  id: string;
  config: unknown;
  startedAt: Date;
  outcome: unknown;
}

/** The summary of a drill. `learner` is as now, for what is due and where nothing was kept at its end. */
export function summaryOf(
  { id, config, startedAt, outcome }: Row,
  items: readonly DrillItem[],
  learner: Learner,
  at: number,
): DrillSummary {
  const worked = items.filter((item) => item.outcome !== null);
  const kept = drillOutcomeSchema.safeParse(outcome);
  const after = kept.success ? kept.data.after : readSkills(learner, skillIds, at);
  const days = forecast(learner, at, 7);
  return {
    state: "finished",
    id,
    focus: focusNames(drillConfigSchema.parse(config)),
    startedAt: startedAt.toISOString(),
    items: items.map(summaryItem),
    worked: worked.length,
    right: worked.filter((item) => item.outcome === "right").length,
    skipped: items.filter((item) => item.outcome === null && item.state !== "broken").length,
    best: planOf(items, null).best,
    seconds: items.reduce((sum, { seconds }) => sum + seconds, 0),
    moved: movedIn(worked, after),
    due: {
      now: days[0]?.count ?? 0,
      week: days.slice(1).reduce((sum, { count }) => sum + count, 0),
    },
  };
}

function summaryItem(item: DrillItem): SummaryItem {
  const { position, exerciseId, level, number, state, outcome, verdict, rightLater, seconds } = item;
  return {
    position,
    exercise: { id: exerciseId, title: titleOf(item) },
    level,
    number,
    why: whyOf(item),
    outcome: state === "broken" && outcome === null ? "broken" : outcome,
    isPartly: verdict === "partly",
    rightLater,
    seconds,
    lesson: ideaDrilledBy(exerciseId) ?? null,
  };
}

/** Every skill from where it was before the first item that took it. */
function movedIn(worked: readonly DrillItem[], after: Partial<Record<SkillId, SkillReading>>): MovedSkill[] {
  const main = new Set(worked.map(({ chosen }) => chosen.skill));
  const before = new Map<SkillId, SkillReading>();
  for (const { chosen } of worked.toReversed())
    for (const [skill, reading] of Object.entries(chosen.before)) if (isSkillId(skill)) before.set(skill, reading);
  return skillIds.flatMap((id) => {
    const [from, to] = [before.get(id), after[id]];
    if (!from || !to || !(main.has(id) || from.band !== to.band)) return [];
    return [{ id, name: skills[id].name, before: from, after: to }];
  });
}
