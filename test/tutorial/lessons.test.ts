import { describe, expect, it } from "vitest";
import { catalogue } from "#lib/course/registry.ts";
import { skills } from "#lib/exercise/skills.ts";
import { lessons } from "#lib/tutorial/lessons.ts";

const known: readonly string[] = Object.keys(skills);
const ideas = lessons.flatMap(({ slug, ideas: own }) => own.map((idea) => ({ ...idea, place: `${slug}#${idea.id}` })));

describe("the lessons", () => {
  it("are seven, each with ideas that have an anchor of their own", () => {
    expect(lessons).toHaveLength(7);
    expect(new Set(ideas.map(({ place }) => place)).size).toBe(ideas.length);
    for (const { place } of ideas) expect(place).toMatch(/^[a-z-]+#[a-z0-9-]+$/);
  });

  it("teach every skill, and each only after all that it rests on", () => {
    const taught = new Set<string>();
    for (const { place, skills: own } of ideas) {
      // Skills of one idea are taught in the order in which it lists them.
      for (const skill of own) {
        const missing = skills[skill].needs.filter((need) => !taught.has(need));
        expect(missing, `${place} teaches ${skill} before`).toEqual([]);
        taught.add(skill);
      }
    }
    expect(known.filter((skill) => !taught.has(skill))).toEqual([]);
  });

  it("link to exercises that there are, every one of them from some idea", () => {
    const offered = catalogue.map(({ id }) => id);
    const linked = ideas.flatMap(({ drills }) => drills);
    expect(linked.filter((id) => !offered.includes(id))).toEqual([]);
    expect(offered.filter((id) => !linked.includes(id))).toEqual([]);
  });

  it("drill every idea with exercises on skills that were taught by then", () => {
    const taught = new Set<string>();
    for (const { place, skills: own, drills } of ideas) {
      for (const skill of own) taught.add(skill);
      for (const id of drills) {
        const exercise = catalogue.find((one) => one.id === id);
        // The first skill is what an exercise is about; it may use others in passing.
        const [first] = exercise?.skills ?? [];
        expect(first === undefined || taught.has(first), `${place}: ${id} is about ${first}`).toBe(true);
      }
    }
  });
});
