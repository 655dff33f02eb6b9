import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { catalogue, findExercise, findVersion, released } from "#lib/course/registry.ts";
import { evaluate } from "#lib/exercise/evaluate.ts";
import { levels } from "#lib/exercise/exercise.ts";
import { skills } from "#lib/exercise/skills.ts";
import { topics } from "#lib/exercise/topics.ts";
import { drawVariant } from "#lib/exercise/variant.ts";

const root = new URL("../../exercises/", import.meta.url);
const files = readdirSync(root).flatMap((topic) =>
  readdirSync(new URL(`${topic}/`, root)).map((file) => `${topic}/${file.replace(/\.ts$/, "")}`),
);

describe("the registry", () => {
  test("finds every exercise file, under the id that its path says", () => {
    const found = released.map(({ id, version }) => (findExercise(id)?.version === version ? id : `${id}.v${version}`));
    expect(found.sort()).toEqual(files.sort());
  });

  test("holds no file with a marked place that was not filled in", () => {
    const marked = files.filter((file) => readFileSync(new URL(`${file}.ts`, root), "utf8").includes("FILL IN"));
    expect(marked).toEqual([]);
  });

  test("offers the highest version of each, and finds each by its version", () => {
    for (const { id, version } of catalogue) {
      expect(findVersion(id, version)?.version).toBe(version);
      expect(findVersion(id, version + 1)).toBeUndefined();
    }
    expect(findExercise("no/such")).toBeUndefined();
    expect(findExercise("__proto__")).toBeUndefined();
  });

  test("lists what a topic begins with first: exercises of a skill after those of the skills before it", () => {
    const order: string[] = Object.keys(skills);
    for (const { id } of topics) {
      const first = catalogue.filter(({ topic }) => topic === id).map((exercise) => order.indexOf(exercise.skills[0]));
      expect(first, id).toEqual(first.toSorted((a, b) => a - b));
      expect(first.length, id).toBeGreaterThan(10);
    }
  });

  test("lists the topics in the order of the course", () => {
    const order: string[] = topics.map(({ id }) => id);
    const listed = catalogue.map(({ topic }) => order.indexOf(topic));
    expect(listed).toEqual([...listed].sort((a, b) => a - b));
    expect(listed).not.toContain(-1);
  });
});

describe.each(catalogue.map((exercise) => ({ id: exercise.id, exercise })))("$id", ({ exercise }) => {
  test("names known skills, a title, a summary and asks something at every level", () => {
    for (const skill of exercise.skills) expect(Object.keys(skills)).toContain(skill);
    expect(exercise.title.length).toBeGreaterThan(5);
    expect(exercise.summary).toMatch(/^[A-Z].*\.$/);
    for (const level of levels) expect(exercise.asks[level].length).toBeGreaterThan(0);
  });

  test("names no step twice and gives every step words, a label and a hint", () => {
    const names = exercise.steps.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { words, label, hint } of exercise.steps) {
      expect(words.length).toBeGreaterThan(2);
      expect(label.length).toBeGreaterThan(0);
      expect(hint).toMatch(/[.?]$/);
    }
  });

  test("has every step take a skill that it names, and names none that no asked step rests on", () => {
    const named: readonly string[] = exercise.skills;
    expect(exercise.steps.filter(({ skill }) => !named.includes(skill)).map(({ name }) => name)).toEqual([]);

    const needed = levels.flatMap((level) =>
      ["a", "b", "c", "d"].flatMap((seed) => {
        const run = evaluate(exercise, drawVariant(exercise, level, seed).params);
        return exercise.asks[level].flatMap((asked) => run.cone(asked));
      }),
    );
    const taken = new Set<string>(exercise.steps.filter(({ name }) => needed.includes(name)).map(({ skill }) => skill));
    expect(named.filter((skill) => !taken.has(skill))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });

  test("gives every malrule feedback that is a sentence", () => {
    const says = exercise.steps.flatMap(({ malrules }) => Object.values(malrules).map((malrule) => malrule.says));
    expect(says.length).toBeGreaterThanOrEqual(2);
    for (const sentence of says) expect(sentence).toMatch(/^[A-Z$].{15,}[.?)]$/s);
  });
});
