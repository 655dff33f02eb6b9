import { describe, expect, it } from "vitest";
import { layers } from "#components/chart/layers.ts";
import { catalogue } from "#lib/course/registry.ts";
import { skills } from "#lib/exercise/skills.ts";
import { topics } from "#lib/exercise/topics.ts";

const needs = new Map<string, readonly string[]>(Object.entries(skills).map(([id, skill]) => [id, skill.needs]));

/** All that a skill rests on, near and far. Throws where that includes itself. */
function below(id: string, above: readonly string[] = []): Set<string> {
  if (above.includes(id)) throw new Error(`a circle: ${[...above, id].join(", ")}`);
  const direct = needs.get(id) ?? [];
  return new Set([...direct, ...direct.flatMap((need) => [...below(need, [...above, id])])]);
}

describe("the graph of skills", () => {
  it("has no circle, and rests on skills that there are", () => {
    for (const id of needs.keys()) for (const need of below(id)) expect(needs.has(need), `${id}: ${need}`).toBe(true);
  });

  it("names no prerequisite that follows from another one", () => {
    for (const [id, direct] of needs)
      for (const need of direct) {
        const others = direct.filter((other) => other !== need);
        const implied = others.filter((other) => below(other).has(need));
        expect(implied, `${id} needs ${need} already through`).toEqual([]);
      }
  });

  it("has every skill drilled by an exercise that is mainly about it or uses it", () => {
    const drilled = new Set<string>(catalogue.flatMap((exercise) => exercise.skills));
    expect([...needs.keys()].filter((id) => !drilled.has(id))).toEqual([]);
  });

  it("has exercises whose first skill belongs to their own topic or to one before it", () => {
    const order: string[] = topics.map(({ id }) => id);
    for (const { id, topic, skills: own } of catalogue) {
      const first = order.indexOf(skills[own[0]].topic);
      expect(first, id).toBeLessThanOrEqual(order.indexOf(topic));
    }
  });
});

describe("its drawing", () => {
  const nodes = Object.entries(skills).map(([id, skill]) => ({
    id,
    topic: skill.topic,
    needs: skill.needs.map((need) => ({ id: need })),
  }));
  const { placed, bands } = layers(nodes);

  it("has every skill to the right of all it rests on, in the band of its topic, and none on another", () => {
    const column = new Map(placed.map(({ node, column: at }) => [node.id, at]));
    for (const { node, column: at, row } of placed) {
      for (const need of node.needs) expect(column.get(need.id)).toBeLessThan(at);
      const band = bands.find(({ topic }) => topic === node.topic);
      expect(row).toBeGreaterThanOrEqual(band?.firstRow ?? Number.NaN);
      expect(row).toBeLessThan((band?.firstRow ?? 0) + (band?.rows ?? 0));
    }
    expect(new Set(placed.map(({ column: at, row }) => `${at} ${row}`)).size).toBe(nodes.length);
  });

  it("is refused where skills rest on each other in a circle", () => {
    const circle = [
      { id: "a", topic: "t", needs: [{ id: "b" }] },
      { id: "b", topic: "t", needs: [{ id: "a" }] },
    ];
    expect(() => layers(circle)).toThrow(RangeError);
  });
});
