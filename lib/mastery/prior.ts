/**
 * What is believed of abilities before any answer: a normal distribution over all skills at once, from the graph of
 * prerequisites. The trait of a skill s is $m_s + g + d_s$, where g is the learner's own for all skills, and the deviation
 * $d_s$ is a share c of the mean deviation of what s needs, plus a part of its own. So an answer says something about
 * every related skill.
 */
import { type SkillId, skills } from "#lib/exercise/skills.ts";

const isSkill = (id: string): id is SkillId => Object.hasOwn(skills, id);

/** All skills, each after those it needs. */
export const inOrder: readonly SkillId[] = ordered();
export const indexOfSkill: ReadonlyMap<SkillId, number> = new Map(inOrder.map((skill, i) => [skill, i]));

function ordered(): SkillId[] {
  const done = new Set<SkillId>();
  const visit = (id: string) => {
    if (!isSkill(id) || done.has(id)) return;
    for (const needed of skills[id].needs) visit(needed);
    done.add(id);
  };
  for (const id of Object.keys(skills)) visit(id);
  return [...done];
}

const needs = new Map(inOrder.map((skill) => [skill, skills[skill].needs.filter(isSkill)]));
/** The skills that a skill rests on directly. */
export const needsOf = (skill: SkillId): readonly SkillId[] => needs.get(skill) ?? [];

const depths = new Map<SkillId, number>();
for (const skill of inOrder) depths.set(skill, Math.max(-1, ...needsOf(skill).map((s) => depths.get(s) ?? 0)) + 1);
/** 0 for a skill that rests on no other; else one more than the deepest it rests on. */
export const depthOf = (skill: SkillId): number => depths.get(skill) ?? 0;

/** Of a skill that rests on nothing, and what each level of prerequisites takes away. */
const meanOfRoots = -0.5;
const lessByDepth = 0.2;
/** Of what a learner brings to every skill. */
export const generalVariance = 0.5;
const ownVariance = 2.5;
/** The share of its prerequisites' deviation that a skill inherits. */
export const inherited = 0.45;

/** The mean trait of a skill that nothing is known of. */
export const priorMeanOf = (skill: SkillId): number => meanOfRoots - lessByDepth * depthOf(skill);

/** The variance of a skill's own part: all of it where there is nothing to inherit, else what the inherited share leaves. */
export const ownVarianceOf = (skill: SkillId): number =>
  needsOf(skill).length === 0 ? ownVariance : ownVariance * (1 - inherited ** 2);
