import "server-only";
import { z } from "zod";
import { db } from "#lib/db/client.ts";
import type { SkillId } from "#lib/exercise/skills.ts";
import { masteredFrom, masteryOf } from "#lib/mastery/mastery.ts";
import { knownFrom } from "#lib/mastery/pick.ts";
import { needsOf } from "#lib/mastery/prior.ts";
import type { Learner } from "#lib/mastery/state.ts";
import { type Actor, ownerOf } from "./actor.ts";
import { drillConfigSchema } from "./attempt-config.ts";
import { itemSelect, itemsOf } from "./drill-item.ts";
import { planOf } from "./drill-plan.ts";
import { startDrillSchema } from "./drill-start.ts";
import { focusNames } from "./drill-why.ts";
import { learnerOf } from "./learner.ts";
import { skillIds } from "./skill-id.ts";

/** What a drill would be made of now, and the drills there were. */
export interface DrillOffer {
  /** Whether anything is known of the learner. */
  isNew: boolean;
  /** Skills: with a review due, weak, and new ones whose prerequisites are known. */
  due: number;
  weak: number;
  reachable: number;
  unfinished: UnfinishedDrill | null;
  /** Finished ones, newest first. */
  earlier: EarlierDrill[];
}

export interface UnfinishedDrill {
  id: string;
  focus: string[];
  done: number;
  /** Null for endless. */
  total: number | null;
}

export interface EarlierDrill {
  id: string;
  focus: string[];
  /** ISO 8601. */
  startedAt: string;
  worked: number;
  right: number;
}

const mostEarlier = 10;

/** What the page that offers a drill says. Draws nothing. */
export async function readDrillOffer(actor: Actor): Promise<DrillOffer> {
  const learner = await learnerOf(actor);
  const userId = ownerOf(actor);
  const rows =
    userId === undefined
      ? []
      : await db().attempt.findMany({
          where: { userId, kind: "drill" },
          orderBy: { startedAt: "desc" },
          take: mostEarlier + 1,
          include: { variants: { select: itemSelect } },
        });
  const drills = rows.map(({ id, config, startedAt, finishedAt, variants }) => {
    const { length, focus } = drillConfigSchema.parse(config);
    const items = itemsOf(variants);
    const { done, total } = planOf(items, length);
    const right = items.filter(({ outcome }) => outcome === "right").length;
    return { id, focus: focusNames({ focus }), startedAt: startedAt.toISOString(), finishedAt, done, total, right };
  });
  const unfinished = drills.find(({ finishedAt }) => finishedAt === null);
  return {
    isNew: learner.size === 0,
    ...waiting(learner, Date.now()),
    unfinished: unfinished
      ? { id: unfinished.id, focus: unfinished.focus, done: unfinished.done, total: unfinished.total }
      : null,
    earlier: drills.flatMap(({ id, focus, startedAt, finishedAt, done, right }) =>
      finishedAt && done > 0 ? [{ id, focus, startedAt, worked: done, right }] : [],
    ),
  };
}

function waiting(learner: Learner, at: number): Pick<DrillOffer, "due" | "weak" | "reachable"> {
  const all = skillIds.map((skill) => masteryOf(learner, skill, at));
  const chances = new Map(all.map(({ skill, chance }) => [skill, chance]));
  const isReady = (skill: SkillId) => needsOf(skill).every((need) => (chances.get(need) ?? 0) >= knownFrom);
  return {
    due: all.filter(({ due }) => due !== null && due <= at).length,
    weak: all.filter(({ band, tries, due }) => band === "weak" && tries > 0 && (due === null || due > at)).length,
    // What a placement found not to be known is as new as what nobody has asked about.
    reachable: all.filter(({ skill, chance, tries }) => tries === 0 && chance < masteredFrom && isReady(skill)).length,
  };
}

/** A drill that was asked for while another one is unfinished, as its address tells it. */
export interface WantedDrill {
  length: string;
  skills: string;
  exercises: string;
  /** What it is narrowed to, by name. */
  focus: string[];
}

const fields = z.object({
  length: z.string().default("10"),
  skills: z.string().default(""),
  exercises: z.string().default(""),
});

/** The drill that an address asks for; undefined where it asks for none. */
export function wantedDrill(search: Readonly<Record<string, unknown>>): WantedDrill | undefined {
  if (search.length === undefined) return undefined;
  const typed = fields.safeParse(search);
  const parsed = startDrillSchema.safeParse(search);
  if (!typed.success || !parsed.success) return undefined;
  const { skills, exercises } = parsed.data;
  return { ...typed.data, focus: focusNames({ focus: { skills, exercises } }) };
}
