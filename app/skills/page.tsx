import type { Metadata } from "next";
import { listSkills } from "#lib/course/skills.ts";
import { listTopics } from "#lib/course/topics.ts";
import { SkillGraph } from "./_components/skill-graph.tsx";
import { SkillItem } from "./_components/skill-item.tsx";

export const metadata: Metadata = {
  title: "Skills",
  description: "What there is to learn, what each skill rests on, and the exercises that drill it.",
};

export default function SkillsPage() {
  const [skills, topics] = [listSkills(), listTopics()];
  return (
    <>
      <header className="max-w-measure border-b border-rule pb-6">
        <h1 className="text-h1">Skills</h1>
        <p className="mt-3">
          {skills.length} skills, and what each rests on. If one will not come, look at those before it: the gap is
          often there.
        </p>
      </header>
      <SkillGraph skills={skills} topics={topics} />
      {topics.map(({ id, name, section }) => (
        <section
          key={id}
          aria-labelledby={`${id}-name`}
          className="far mt-12 lg:grid lg:grid-cols-[14rem_1fr] lg:gap-x-12"
        >
          <div className="lg:sticky lg:top-6 lg:self-start">
            <p className="eyebrow">Section {section}</p>
            <h2 id={`${id}-name`} className="text-h2">
              {name}
            </h2>
          </div>
          <ul className="mt-4 max-w-[46rem] divide-y divide-rule border-t border-rule lg:mt-0">
            {skills
              .filter(({ topic }) => topic === id)
              .map((skill) => (
                <SkillItem key={skill.id} skill={skill} />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
