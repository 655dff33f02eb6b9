import type { ExerciseCard } from "#lib/course/exercises.ts";
import { sourceInWords } from "./source.ts";

/** Lower case without accents, so that "Gödel" is found by "godel". */
const folded = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

/** The exercises in which every word of the query begins some word of title, summary, skills, topic or source. */
export function findExercises<C extends ExerciseCard>(cards: readonly C[], query: string): C[] {
  const wanted = folded(query)
    .split(/[^\p{L}\p{N}.]+/u)
    .filter(Boolean);
  return cards.filter((card) => {
    const words = folded(textOf(card)).split(/[^\p{L}\p{N}.]+/u);
    // A number is meant as a whole: "example 3" is not example 36.
    return wanted.every((part) => words.some((word) => (/^\d/.test(part) ? word === part : word.startsWith(part))));
  });
}

const textOf = ({ title, summary, skills, topic, source }: ExerciseCard): string =>
  [title, summary, topic, sourceInWords(source), ...skills.map(({ name }) => name)].join(" ");
