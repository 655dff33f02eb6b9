import { drawing, layOut } from "#components/chart/skill-layout.ts";
import type { SkillCard } from "#lib/course/skills.ts";

interface SkillGraphProps {
  skills: readonly SkillCard[];
  topics: readonly { id: string; name: string }[];
}

/** The skills as a graph from left to right. It shows what the list below says, which is there for everybody. */
export function SkillGraph({ skills, topics }: SkillGraphProps) {
  const { width, box } = drawing;
  const { height, boxes, heads, lines } = layOut(skills);
  return (
    <div aria-hidden="true" className="relative mt-8 hidden min-[1276px]:block skills" style={{ width, height }}>
      <style>{skills.map(({ id }) => lit(id)).join("")}</style>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        className="absolute inset-0"
        aria-hidden="true"
      >
        {lines.map(({ from, to, d }) => (
          <path
            key={`${from.id} ${to.id}`}
            data-from={from.id}
            data-to={to.id}
            d={d}
            fill="none"
            stroke={from.topic === to.topic ? "var(--edge)" : "var(--rule)"}
            strokeWidth={from.topic === to.topic ? 1.4 : 1.2}
          />
        ))}
      </svg>
      {heads.map(({ topic, top }) => (
        <p
          key={topic}
          className="absolute right-0 left-0 border-t border-rule pt-1.5 font-sans text-note font-semibold"
          style={{ top }}
        >
          {topics.find(({ id }) => id === topic)?.name}
        </p>
      ))}
      {boxes.map(({ node, left, top }) => (
        <a
          key={node.id}
          data-skill={node.id}
          href={`#${node.id}`}
          tabIndex={-1}
          title={node.says}
          className="absolute flex items-center justify-center rounded border border-edge bg-raised px-1 text-center font-sans text-[0.75rem] leading-[1.15] hover:border-accent hover:text-accent"
          style={{ left, top, ...box }}
        >
          {node.name}
        </a>
      ))}
    </div>
  );
}

/** While the pointer is on a skill, the lines to and from it stand out. */
const lit = (id: string) =>
  `.skills:has([data-skill="${id}"]:hover) :is([data-from="${id}"],[data-to="${id}"]){stroke:var(--accent);stroke-width:2.5}`;
