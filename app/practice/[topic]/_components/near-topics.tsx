import { TurnLinks } from "#app/practice/_components/turn-links.tsx";
import type { Topic } from "#lib/course/topics.ts";

/** To the topic before and the one after. */
export function NearTopics({ topics, id }: { topics: readonly Topic[]; id: string }) {
  const here = topics.findIndex((topic) => topic.id === id);
  const [before, after] = [topics[here - 1], topics[here + 1]].map(
    (topic) => topic && { href: `/practice/${topic.id}`, name: topic.name },
  );
  return <TurnLinks label="Topics before and after" before={before} after={after} />;
}
