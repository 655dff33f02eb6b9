/** Item analysis of an assignment for who teaches: the statistics over its marks, which are read and no answers. */
import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/course/actor.ts";
import { exerciseOf, type Part, readContent } from "#lib/course/assignment/content.ts";
import { requireAssignment } from "#lib/course/assignment/find.ts";
import { settleAssignments } from "#lib/course/assignment/hand-in.ts";
import { levelSchema } from "#lib/course/level.ts";
import { db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { Exercise } from "#lib/exercise/exercise.ts";
import { type Difficulty, difficultyOf } from "./difficulty.ts";
import { type Discrimination, discriminationsOf } from "./discrimination.ts";
import { type ScoreDistribution, scoreDistribution, type TimeDistribution, timeDistribution } from "./distribution.ts";
import type { ItemFact, TryFact } from "./facts.ts";
import { type Fairness, fairnessOf } from "./fairness.ts";
import { type Mistakes, mistakesIn } from "./malrules.ts";
import { type Reliability, reliabilityOf } from "./reliability.ts";
import { scoreMatrix } from "./score-matrix.ts";
import type { Statistic } from "./statistic.ts";
import { type Tries, triesOf } from "./tries.ts";

export interface ItemAnalysis {
  id: string;
  title: string;
  level: number;
  /** Whether it is one of a pool. */
  pooled: boolean;
  /** Whether everybody has the same numbers. */
  shared: boolean;
  students: number;
  difficulty: Statistic<Difficulty>;
  discrimination: Statistic<Discrimination>;
  /** Of first tries. */
  scores: Statistic<ScoreDistribution>;
  time: Statistic<TimeDistribution>;
  tries: Statistic<Tries>;
  /** Of first tries. */
  mistakes: Mistakes;
  /** What the mistakes are, by their ids, in sentences with $TeX$. */
  says: Readonly<Record<string, string>>;
  fairness: Statistic<Fairness>;
  /** α of the whole without it; null where there is none. */
  alphaWithout: number | null;
}

export interface Analysis {
  /** Attempts that are over, and those that are not yet. */
  finished: number;
  underWay: number;
  /** Of the points of what counts, as shares. */
  totals: Statistic<ScoreDistribution>;
  reliability: Statistic<Reliability>;
  items: ItemAnalysis[];
}

const factsSchema = z.array(
  z.object({
    student: z.string(),
    item: z.string(),
    effort: z.number().nullable(),
    firstScore: z.number().nullable(),
    tries: z.int(),
    rightAt: z.int().nullable(),
    seconds: z.int().nullable(),
    malrules: z.array(z.string()),
  }),
);
type Fact = z.infer<typeof factsSchema>[number];

/** @throws Refusal "not-found" */
export async function readAnalysis(actor: Actor, assignmentId: string): Promise<Analysis> {
  await requireAssignment(db(), actor, assignmentId, "see everybody's work");
  await settleAssignments({ assignmentId });
  const parts = await readContent(db(), assignmentId);
  const items = parts.flatMap((part) => part.items.map(({ id }) => id));
  const [rows, attempts, totals] = await Promise.all([
    db().$queryRaw(factsQuery(assignmentId, items)),
    db().attempt.groupBy({
      by: ["assignmentId"],
      where: { assignmentId, preview: false },
      _count: { _all: true, finishedAt: true },
    }),
    readTotals(assignmentId),
  ]);
  const facts = factsSchema.parse(rows).map(wholeScores);
  const places = parts.flatMap((part) => part.items.map(({ id }) => ({ id, common: part.pick >= part.items.length })));
  const matrix = scoreMatrix(facts, places);
  const reliability = reliabilityOf(matrix);
  const discriminations = discriminationsOf(matrix, places);
  const all = attempts[0]?._count._all ?? 0;
  const finished = attempts[0]?._count.finishedAt ?? 0;
  return {
    finished,
    underWay: all - finished,
    totals: scoreDistribution(totals),
    reliability,
    items: parts.flatMap((part) =>
      part.items.map((item) => {
        const own = facts.filter((fact) => fact.item === item.id);
        const discrimination = discriminations.get(item.id);
        if (!discrimination) throw new RangeError(`nothing was computed of item ${item.id}`);
        return {
          ...aboutOf(item, part),
          ...statisticsOf(own),
          discrimination,
          says: mistakesSaid(own, exerciseOf(item)),
          alphaWithout: reliability.value?.without.get(item.id) ?? null,
        };
      }),
    ),
  };
}

/** The statement that reads the marks of an assignment, for whoever wants to see its plan. */
export const factsQuery = (assignmentId: string, itemIds: readonly string[]): Prisma.Sql => Prisma.sql`
  SELECT a.user_id::text AS student, m.item_id::text AS item, m.effort, m.first_score AS "firstScore", m.tries,
         m.right_at AS "rightAt", m.seconds, m.malrules
  FROM marks m JOIN attempts a ON a.id = m.attempt_id
  WHERE m.item_id = ANY(${[...itemIds]}::uuid[]) AND a.assignment_id = ${assignmentId}::uuid AND NOT a.preview AND a.finished_at IS NOT NULL AND NOT m.excluded`;

/** What each student has of the whole, as a share; of those who have finished. */
async function readTotals(assignmentId: string): Promise<number[]> {
  const rows = await db().grade.findMany({
    where: { assignmentId, finishedAt: { not: null }, possible: { gt: 0 } },
    select: { points: true, possible: true },
  });
  return rows.map(({ points, possible }) => Math.min(1, Math.max(0, points / possible)));
}

/** Scores of parts with weights may miss 1 in their last bit. */
const wholeScores = (fact: Fact): Fact => ({
  ...fact,
  firstScore: fact.firstScore !== null && fact.firstScore > 1 - 1e-9 ? 1 : fact.firstScore,
});

const aboutOf = (item: Part["items"][number], part: Part) => ({
  id: item.id,
  title: exerciseOf(item)?.title ?? item.exerciseId,
  level: levelSchema.parse(item.level),
  pooled: part.pick < part.items.length,
  shared: item.seed !== null,
});

function statisticsOf(own: readonly Fact[]) {
  const scores = own.map(({ firstScore }) => firstScore).filter((score) => score !== null);
  const facts = own.map((fact): Omit<ItemFact, "variant"> => fact);
  return {
    students: own.length,
    difficulty: difficultyOf(facts),
    scores: scoreDistribution(scores),
    time: timeDistribution(facts),
    tries: triesOf(facts),
    mistakes: mistakesIn(firstTries(own)),
    fairness: fairnessOf(facts),
  };
}

const firstTries = (own: readonly Fact[]): TryFact[] =>
  own.flatMap(({ student, item, firstScore, malrules }) =>
    firstScore === null
      ? []
      : [
          {
            ...{ student, item, number: 1, score: firstScore },
            mistakes: malrules.map((id) => ({ kind: "malrule", id }) as const),
          },
        ],
  );

/** The words of each mistake that was made, as its exercise says them now. */
function mistakesSaid(own: readonly Fact[], exercise: Exercise | undefined): Record<string, string> {
  const ids = new Set(own.flatMap(({ malrules }) => malrules));
  return Object.fromEntries(
    [...ids].map((id) => {
      const at = id.indexOf(".");
      const step = exercise?.steps.find(({ name }) => name === id.slice(0, at));
      return [id, step?.malrules[id.slice(at + 1)]?.says ?? id];
    }),
  );
}
