import { bands, type Filter, type FilterName, namesIn, states } from "./filter.ts";

export interface Chip {
  name: FilterName;
  words: string;
}

interface Names {
  topics: readonly { id: string; name: string }[];
  skills: readonly { id: string; name: string }[];
}

/** What is asked for, part by part, in words. */
export function chipsOf(filter: Filter, { topics, skills }: Names): Chip[] {
  const named = (all: readonly { id: string; name: string }[], id: string | undefined) =>
    all.find((one) => one.id === id)?.name ?? "";
  const words: Readonly<Record<FilterName, string>> = {
    q: `“${filter.q}”`,
    topic: named(topics, filter.topic),
    skill: named(skills, filter.skill),
    section: `Section ${filter.section}`,
    level: `Level ${filter.level}`,
    state: filter.state ? states[filter.state] : "",
    mastery: filter.mastery ? `Mastery: ${bands[filter.mastery].toLowerCase()}` : "",
  };
  return namesIn(filter).map((name) => ({ name, words: words[name] }));
}
