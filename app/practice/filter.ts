/** What of the exercises is asked for, as it stands in the address: it can be shared, and works without JavaScript. */
import { z } from "zod";
import type { PracticeCard } from "#lib/course/browse.ts";
import { levelSchema } from "#lib/course/level.ts";
import { findExercises } from "./find.ts";

/** Of an exercise as a whole: right at all levels, or begun at one. Of one level: that level. */
export const states = { new: "Not begun", begun: "Begun", right: "Right" } as const;
export const bands = { new: "New", weak: "Weak", growing: "Growing", mastered: "Mastered" } as const;

const id = z.string().regex(/^[a-z0-9.-]{1,60}$/);

/** What is not known is left out: an old address shows more, and never an error. */
const filterSchema = z.object({
  q: z.string().trim().min(1).max(200).optional().catch(undefined),
  topic: id.optional().catch(undefined),
  skill: id.optional().catch(undefined),
  section: id.optional().catch(undefined),
  level: levelSchema.optional().catch(undefined),
  state: z.enum(["new", "begun", "right"]).optional().catch(undefined),
  mastery: z.enum(["new", "weak", "growing", "mastered"]).optional().catch(undefined),
});
export type Filter = z.infer<typeof filterSchema>;
export type FilterName = keyof Filter;

type Params = Record<string, string | string[] | undefined>;

/** Reads the filter of an address; of a name that stands there twice, the first. Ids that no exercise has are left out. */
export function filterOf(params: Params, cards: readonly PracticeCard[]): Filter {
  const first = Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value] as const);
  const { topic, skill, section, ...rest } = filterSchema.parse(Object.fromEntries(first));
  const known = <T extends string>(name: T, value: string | undefined, has: (card: PracticeCard) => boolean) =>
    value !== undefined && cards.some(has) ? { [name]: value } : {};
  return {
    ...rest,
    ...known("topic", topic, (card) => card.topic === topic),
    ...known("skill", skill, (card) => card.skills.some((one) => one.id === skill)),
    ...known("section", section, (card) => card.source.section === section),
  };
}

/** The filter that an exercise was come from by, as its address hands it on: a query inside a query. */
export const filterIn = (list: string, cards: readonly PracticeCard[]): Filter =>
  filterOf(Object.fromEntries(new URLSearchParams(list)), cards);

/** A filter as a query, without what is not set; its parts in one order, so that one list has one address. */
export function queryOf(filter: Filter): string {
  const set = filterNames.flatMap((name) => (filter[name] === undefined ? [] : [[name, String(filter[name])]]));
  return new URLSearchParams(set).toString();
}

const filterNames = ["q", "topic", "skill", "section", "level", "state", "mastery"] as const;

/** The names of what is set. */
export const namesIn = (filter: Filter): FilterName[] => filterNames.filter((name) => filter[name] !== undefined);

export const without = (filter: Filter, name: FilterName): Filter => ({ ...filter, [name]: undefined });

/** The address of the exercises that fit. */
export function addressOf(filter: Filter): string {
  const query = queryOf(filter);
  return query === "" ? "/practice" : `/practice?${query}`;
}

/** The exercises that fit, in the order of the course. */
export function filtered(cards: readonly PracticeCard[], filter: Filter): PracticeCard[] {
  const { q, topic, skill, section, level, state, mastery } = filter;
  const fitting = cards.filter(
    (card) =>
      (topic === undefined || card.topic === topic) &&
      (skill === undefined || card.skills.some(({ id }) => id === skill)) &&
      (section === undefined || card.source.section === section) &&
      (state === undefined || stateOf(card, level) === state) &&
      (mastery === undefined || card.band === mastery),
  );
  return q === undefined ? fitting : findExercises(fitting, q);
}

/** How far somebody is with an exercise, or with one level of it. */
export function stateOf({ levels }: Pick<PracticeCard, "levels">, level?: number): keyof typeof states {
  const asked = level === undefined ? levels : levels.filter((one) => one.level === level);
  if (asked.every(({ state }) => state === "right")) return "right";
  return asked.every(({ state }) => state === "new") ? "new" : "begun";
}
