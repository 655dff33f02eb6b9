import { catalogue } from "#lib/course/registry.ts";
import { skills } from "#lib/exercise/skills.ts";

/** An exercise to be found, for who builds an assignment. */
interface Found {
  id: string;
  title: string;
  summary: string;
}

/**
 * The exercises of a topic (all where it is empty) in whose title, summary, skills or id every word sought occurs, in the
 * order of the course.
 */
export function searchBank(sought: string, topic: string): Found[] {
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean);
  return catalogue
    .filter((exercise) => topic === "" || exercise.topic === topic)
    .filter(({ id, title, summary, skills: ids }) => {
      const text = [id, title, summary, ...ids.map((skill) => skills[skill].name)].join(" ").toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .map(({ id, title, summary }) => ({ id, title, summary }));
}
