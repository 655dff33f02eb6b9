import "server-only";
import { z } from "zod";
import { db } from "#lib/db/client.ts";
import type { Level } from "#lib/exercise/exercise.ts";
import { levels } from "#lib/exercise/exercise.ts";
import { type SkillId, skills } from "#lib/exercise/skills.ts";
import { type Actor, ownerOf } from "./actor.ts";
import { levelSchema } from "./level.ts";
import { catalogue, findExercise } from "./registry.ts";
import { type Tally, talliesOf } from "./tally.ts";

/** What somebody has done so far. All but the skills is counted from the latest receipts, whenever it is asked for. */
export interface Progress {
  submissions: number;
  /** Submissions that were right, and earned something. */
  right: number;
  /** Days (UTC) with a submission. */
  days: number;
  /** Those begun, in the order of the course. */
  exercises: { id: string; topic: string; title: string; levels: LevelProgress[] }[];
  /** Those tried: how many variants, and how many of them were right at the first counted try. */
  skills: { id: SkillId; name: string; says: string; right: number; tries: number }[];
  /** The latest submissions, newest first. */
  recent: RecentSubmission[];
}

export interface LevelProgress {
  level: Level;
  variants: number;
  rightVariants: number;
  best: number | null;
}

export interface RecentSubmission {
  variantId: string;
  exerciseId: string;
  title: string;
  level: Level;
  /** Of the variant: "variant 7 of yours". */
  number: number;
  verdict: string;
  score: number;
  /** ISO 8601. */
  at: string;
}

const mostRecent = 20;

/** The progress of an actor; all zeros for somebody who has not begun. */
export async function progressOf(actor: Actor): Promise<Progress> {
  const owner = ownerOf(actor);
  if (owner === undefined) return { submissions: 0, right: 0, days: 0, exercises: [], skills: [], recent: [] };
  const [tallies, days, tried, recent] = await Promise.all([
    talliesOf(owner),
    daysOf(owner),
    db().skillState.findMany({ where: { userId: owner } }),
    recentOf(owner),
  ]);
  const counts = new Map(tried.map((row) => [row.skillId, row]));
  return {
    submissions: tallies.reduce((sum, tally) => sum + tally.submissions, 0),
    right: tallies.reduce((sum, tally) => sum + tally.right, 0),
    days,
    exercises: catalogue.flatMap(({ id, topic, title }) => {
      const mine = levelsOf(tallies.filter((tally) => tally.exerciseId === id));
      return mine.length === 0 ? [] : [{ id, topic, title, levels: mine }];
    }),
    skills: skillIds.flatMap((id) => {
      const count = counts.get(id);
      return count ? [{ id, ...about(id), right: count.right, tries: count.tries }] : [];
    }),
    recent,
  };
}

const skillIds = z
  .array(z.custom<SkillId>((id) => typeof id === "string" && Object.hasOwn(skills, id)))
  .parse(Object.keys(skills));

const about = (id: SkillId) => ({ name: skills[id].name, says: skills[id].says });

function levelsOf(tallies: Tally[]): LevelProgress[] {
  return levels.flatMap((level) => {
    const tally = tallies.find((one) => one.level === level);
    return tally ? [{ level, variants: tally.variants, rightVariants: tally.rightVariants, best: tally.best }] : [];
  });
}

async function daysOf(userId: string): Promise<number> {
  const rows = await db().$queryRaw`
    SELECT count(DISTINCT date(created_at AT TIME ZONE 'UTC'))::int AS days FROM submissions WHERE user_id = ${userId}::uuid`;
  return z.tuple([z.object({ days: z.int() })]).parse(rows)[0].days;
}

async function recentOf(userId: string): Promise<RecentSubmission[]> {
  const rows = await db().submission.findMany({
    where: { userId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: mostRecent,
    include: {
      variant: { select: { exerciseId: true, level: true, number: true } },
      receipts: { orderBy: { sequence: "desc" }, take: 1 },
    },
  });
  return rows.flatMap(({ variantId, variant, createdAt, receipts: [receipt] }) => {
    if (!receipt) return [];
    const { exerciseId, level, number } = variant;
    const title = findExercise(exerciseId)?.title ?? exerciseId;
    const { verdict, score } = receipt;
    const at = createdAt.toISOString();
    return [{ variantId, exerciseId, title, level: levelSchema.parse(level), number, verdict, score, at }];
  });
}
