import { startDrill } from "#app/_actions/start-drill.ts";
import { bandOrder, bandsInWords, countBands } from "#components/chart/bands.ts";
import { MasteryMap } from "#components/chart/mastery-map.tsx";
import { Band } from "#components/mastery/band.tsx";
import type { Now } from "#lib/course/local-day.ts";
import type { SkillMastery } from "#lib/course/progress-mastery.ts";
import { listTopics } from "#lib/course/topics.ts";
import { TopicSkills } from "./topic-skills.tsx";

interface MasteryProps {
  skills: readonly SkillMastery[];
  now: Now;
}

/** How well every skill is known: the map where there is room for it, and a table for each topic. */
export function Mastery({ skills, now }: MasteryProps) {
  const topics = listTopics();
  const counts = countBands(skills.map(({ band }) => band));
  return (
    <section aria-labelledby="mastery">
      <h2 id="mastery" className="text-h2">
        Mastery
      </h2>
      <p className="mt-1 max-w-measure text-note text-muted">
        Of {skills.length} skills: {bandsInWords(counts)}.
      </p>
      <ul aria-label="The bands" className="mt-3 flex flex-wrap gap-x-6 gap-y-1">
        {bandOrder.toReversed().map((band) => (
          <li key={band}>
            <Band band={band} />
          </li>
        ))}
      </ul>
      <MasteryMap
        skills={skills.map(({ skill, topic, name, band, needs }) => ({
          ...{ id: skill, topic, name, band, needs: needs.map((id) => ({ id })) },
          href: `/skills#${skill}`,
        }))}
        topics={topics}
      />
      <form action={startDrill} aria-label="Mastery by topic" className="mt-8 border-t border-rule">
        <input type="hidden" name="length" value="5" />
        {topics.map(({ id, name }) => (
          <TopicSkills key={id} name={name} skills={skills.filter(({ topic }) => topic === id)} now={now} />
        ))}
      </form>
    </section>
  );
}
