/** The exercises to choose from: filters that stand in the address, neighbours within a list, and bands of mastery. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { chipsOf } from "#app/practice/chips.ts";
import { exerciseAddress } from "#app/practice/exercise-address.ts";
import { addressOf, filtered, filterIn, filterOf, queryOf, without } from "#app/practice/filter.ts";
import { neighboursOf } from "#app/practice/neighbours.ts";
import { soFar } from "#app/practice/so-far.ts";
import { browse, type PracticeCard } from "#lib/course/browse.ts";
import { catalogue } from "#lib/course/registry.ts";
import { listSections } from "#lib/course/sections.ts";
import { listSkills } from "#lib/course/skills.ts";
import { submitAnswer } from "#lib/course/submit.ts";
import { listTopics } from "#lib/course/topics.ts";
import type { SkillId } from "#lib/exercise/skills.ts";
import { openTestDatabase, type TestDatabase } from "../db/harness.ts";
import { giveNeuron, neuron, newGuest, newUser } from "./people.ts";

vi.stubEnv("LOG_LEVEL", "silent");

type State = "new" | "begun" | "right";

function card(id: string, section: string, skills: readonly SkillId[], states: readonly [State, State, State]) {
  const [topic = "", slug = ""] = id.split("/");
  const made: PracticeCard = {
    ...{ id, topic, slug, title: slug, summary: `About ${slug}.`, band: states[0] === "right" ? "growing" : "new" },
    skills: skills.map((skill) => ({ id: skill, name: skill })),
    source: { section, examples: [Number(section.at(-1))] },
    levels: states.map((state, i) => ({ level: i === 0 ? 1 : i === 1 ? 2 : 3, state, tries: 0, best: null })),
  };
  return made;
}

const cards = [
  card("linear-algebra/norm", "1.1", ["norms", "vectors"], ["right", "right", "right"]),
  card("calculus/chain", "2.1", ["chain-rule", "derivatives"], ["right", "new", "new"]),
  card("calculus/powers", "2.1", ["derivatives"], ["new", "new", "new"]),
  card("calculus/gradient", "2.3", ["gradients", "vectors"], ["new", "begun", "new"]),
];
const found = (query: string) => filtered(cards, filterIn(query, cards)).map(({ slug }) => slug);

describe("the filter in the address", () => {
  it.each([
    ["", ["norm", "chain", "powers", "gradient"]],
    ["topic=calculus", ["chain", "powers", "gradient"]],
    ["skill=vectors", ["norm", "gradient"]],
    ["section=2.1", ["chain", "powers"]],
    ["q=power", ["powers"]],
    ["q=example+3", ["gradient"]],
    ["mastery=growing", ["norm", "chain"]],
    ["topic=calculus&skill=vectors", ["gradient"]],
    ["topic=linear-algebra&q=chain", []],
  ])("leaves what fits all of it: %s", (query, slugs) => expect(found(query)).toEqual(slugs));

  it.each([
    ["state=right", ["norm"]],
    ["state=begun", ["chain", "gradient"]],
    ["state=new", ["powers"]],
    ["level=1&state=right", ["norm", "chain"]],
    ["level=2&state=new", ["chain", "powers"]],
    ["level=2&state=begun", ["gradient"]],
    ["level=3", ["norm", "chain", "powers", "gradient"]],
  ])("means by how far one is all three levels, or the one that is named: %s", (query, slugs) =>
    expect(found(query)).toEqual(slugs),
  );

  it.each(["topic=cookery", "skill=%00", "section=9.9", "level=4", "state=done", "mastery=", "q=++", "page=x", "x=y"])(
    "leaves out what it does not know: %s",
    (query) => expect(queryOf(filterIn(query, cards))).toBe(""),
  );

  it("takes the first of a name that stands there twice", () => {
    expect(filterOf({ topic: ["calculus", "linear-algebra"] }, cards)).toEqual({ topic: "calculus" });
  });

  it("has one address for one list, and reads it back", () => {
    const filter = filterIn("mastery=new&q=chain+rule&level=2&topic=calculus", cards);
    expect(addressOf(filter)).toBe("/practice?q=chain+rule&topic=calculus&level=2&mastery=new");
    expect(filterIn(queryOf(filter), cards)).toEqual(filter);
    expect(addressOf(without({ topic: "calculus" }, "topic"))).toBe("/practice");
  });

  it("is told in words, part by part", () => {
    const filter = filterIn("q=sums&topic=calculus&section=2.1&level=2&state=begun&mastery=new", cards);
    expect(chipsOf(filter, { topics: listTopics(), skills: listSkills() }).map(({ words }) => words)).toEqual([
      ...["“sums”", "Calculus", "Section 2.1", "Level 2", "Begun", "Mastery: new"],
    ]);
  });
});

describe("an exercise come to from a list", () => {
  it("opens at the level that is asked for, else at the first that was not right", () => {
    const [norm, chain] = cards;
    if (!norm || !chain) throw new Error("no cards");
    expect(exerciseAddress(chain, {})).toBe("/practice/calculus/chain?level=2");
    expect(exerciseAddress(norm, {})).toBe("/practice/linear-algebra/norm?level=3");
    expect(exerciseAddress(chain, { level: 1, state: "right" })).toBe(
      "/practice/calculus/chain?level=1&list=level%3D1%26state%3Dright",
    );
  });

  const slugs = ({ before, after }: ReturnType<typeof neighboursOf>) => [before?.slug, after?.slug];

  it("has for neighbours those before and after it in the course", () => {
    expect(slugs(neighboursOf("calculus/chain", cards, cards))).toEqual(["norm", "powers"]);
    expect(slugs(neighboursOf("linear-algebra/norm", cards, cards))).toEqual([undefined, "chain"]);
    expect(slugs(neighboursOf("calculus/gradient", cards, cards))).toEqual(["powers", undefined]);
  });

  it("stays within the list, also when it fits the list no more", () => {
    const list = filtered(cards, { state: "begun" });
    expect(slugs(neighboursOf("calculus/powers", list, cards))).toEqual(["chain", "gradient"]);
    expect(slugs(neighboursOf("calculus/chain", list, cards))).toEqual([undefined, "gradient"]);
  });

  it("counts how far one is by level", () => {
    expect(soFar(cards)).toEqual({ levels: 12, right: 4, begun: 1 });
    expect(soFar([])).toEqual({ levels: 0, right: 0, begun: 0 });
  });
});

describe("browsing", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase("embedded-memory");
  }, 120_000);
  afterAll(() => database.close());

  it("offers every exercise to a guest who has not begun, and everything is new", async () => {
    const { cards: all, bands } = await browse(newGuest());
    expect(all.map(({ id }) => id)).toEqual(catalogue.map(({ id }) => id));
    expect(new Set([...all.map(({ band }) => band), ...bands.values()])).toEqual(new Set(["new"]));
    expect(bands.size).toBe(listSkills().length);
  });

  it("tells by the first of an exercise's skills how well it is known", async () => {
    const user = await newUser();
    await submitAnswer(user, { key: randomUUID(), variantId: await giveNeuron(user), raw: neuron.wrong });
    const { cards: all, bands } = await browse(user);
    const touched = all.find(({ id }) => id === neuron.exercise);
    expect(touched?.band).toBe("weak");
    expect(bands.get(touched?.skills[0]?.id ?? "")).toBe("weak");
    expect(all.find(({ id }) => id === "probability/bayes-diagnostic")?.band).toBe("new");
  });

  it("has a section for every exercise, each of them once", () => {
    const ids = listSections().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(catalogue.filter(({ source }) => !ids.includes(source.section))).toEqual([]);
  });
});
