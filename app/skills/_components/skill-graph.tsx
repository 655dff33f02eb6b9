import type { SkillCard } from "#lib/course/skills.ts";
import { layers, type Placed } from "./layers.ts";

const width = 1152;
const row = 61;
const box = { width: 104, height: 50 };
const head = 38;

interface SkillGraphProps {
  skills: readonly SkillCard[];
  topics: readonly { id: string; name: string }[];
}

/** The skills as a graph from left to right. It shows what the list below says, which is there for everybody. */
export function SkillGraph({ skills, topics }: SkillGraphProps) {
  const { placed, bands, columns } = layers(skills);
  const step = (width - box.width) / Math.max(1, columns - 1);
  const gap = step - box.width;
  const bandOf = (topic: string) => bands.findIndex((band) => band.topic === topic);
  const at = ({ node, column, row: y }: Placed<SkillCard>) => ({
    left: column * step,
    top: y * row + (bandOf(node.topic) + 1) * head,
  });
  const height = bands.reduce((sum, { rows }) => sum + rows * row + head, 0);
  const edges = placed.flatMap((to) =>
    to.node.needs.flatMap(({ id }) => {
      const from = placed.find((one) => one.node.id === id);
      return from ? [{ from, to }] : [];
    }),
  );
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
        {edges.map(({ from, to }) => (
          <path
            key={`${from.node.id} ${to.node.id}`}
            data-from={from.node.id}
            data-to={to.node.id}
            d={curve(at(from), at(to), gap)}
            fill="none"
            stroke={from.node.topic === to.node.topic ? "var(--edge)" : "var(--rule)"}
            strokeWidth={from.node.topic === to.node.topic ? 1.4 : 1.2}
          />
        ))}
      </svg>
      {bands.map(({ topic, firstRow }, i) => (
        <p
          key={topic}
          className="absolute right-0 left-0 border-t border-rule pt-1.5 font-sans text-note font-semibold"
          style={{ top: firstRow * row + i * head }}
        >
          {topics.find(({ id }) => id === topic)?.name}
        </p>
      ))}
      {placed.map((one) => (
        <a
          key={one.node.id}
          data-skill={one.node.id}
          href={`#${one.node.id}`}
          tabIndex={-1}
          title={one.node.says}
          className="absolute flex items-center justify-center rounded border border-edge bg-raised px-1 text-center font-sans text-[0.75rem] leading-[1.15] hover:border-accent hover:text-accent"
          style={{ ...at(one), ...box }}
        >
          {one.node.name}
        </a>
      ))}
    </div>
  );
}

/** While the pointer is on a skill, the lines to and from it stand out. */
const lit = (id: string) =>
  `.skills:has([data-skill="${id}"]:hover) :is([data-from="${id}"],[data-to="${id}"]){stroke:var(--accent);stroke-width:2.5}`;

interface Corner {
  left: number;
  top: number;
}

/** From the right side of one box over into the row of the other, and along it to its left side. */
function curve(from: Corner, to: Corner, gap: number): string {
  const [x1, y1, x2, y2] = [from.left + box.width, from.top + box.height / 2, to.left, to.top + box.height / 2];
  const turn = Math.min(x2, x1 + gap);
  const middle = (x1 + turn) / 2;
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${turn} ${y2}H${x2}`;
}
