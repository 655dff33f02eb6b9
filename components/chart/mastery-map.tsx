import type { BandName } from "#components/mastery/band.tsx";
import { BandMarks } from "./band-marks.tsx";
import { drawing, layOut } from "./skill-layout.ts";

interface MapSkill {
  id: string;
  topic: string;
  name: string;
  band: BandName;
  needs: readonly { id: string }[];
  href: string;
}

interface MasteryMapProps {
  skills: readonly MapSkill[];
  topics: readonly { id: string; name: string }[];
}

/** Of each band the look of its boxes. */
const looks = {
  new: "border-dashed text-muted",
  weak: "border-hold bg-hold-wash",
  growing: "border-accent bg-accent-wash",
  mastered: "border-correct bg-correct-wash",
} as const satisfies Record<BandName, string>;

/**
 * The graph of skills, each coloured and marked by its band. Where the page is too narrow for it, it is left out; what it
 * shows, the tables by topic say, which are there for everybody.
 */
export function MasteryMap({ skills, topics }: MasteryMapProps) {
  const { width, box } = drawing;
  const { height, boxes, heads, lines } = layOut(skills);
  const corners = boxes.map(({ node, left, top }) => ({ band: node.band, x: left + box.width - 1, y: top + 1 }));
  return (
    <div aria-hidden="true" className={look} style={{ width, height }}>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <path d={lines.map(({ d }) => d).join("")} stroke="var(--edge)" strokeOpacity="0.55" strokeWidth="1.2" />
      </svg>
      {heads.map(({ topic, top }) => (
        <p key={topic} style={{ top }}>
          {topics.find(({ id }) => id === topic)?.name}
        </p>
      ))}
      {boxes.map(({ node: { id, name, band, href }, left, top }) => (
        <a key={id} href={href} tabIndex={-1} className={looks[band]} style={{ left, top }}>
          {name}
        </a>
      ))}
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <BandMarks places={corners} />
      </svg>
    </div>
  );
}

/** Said once, so that a drawing of many boxes stays light. */
const look = [
  "relative mt-6 hidden font-sans text-[0.75rem] leading-[1.15] min-[1276px]:block",
  "[&>svg]:pointer-events-none [&>svg]:absolute [&>svg]:inset-0 [&>svg]:overflow-visible [&>svg]:fill-none",
  "[&>p]:absolute [&>p]:right-0 [&>p]:left-0 [&>p]:border-t [&>p]:border-rule [&>p]:pt-1.5 [&>p]:text-note [&>p]:font-semibold",
  "[&>a]:absolute [&>a]:flex [&>a]:h-[50px] [&>a]:w-[104px] [&>a]:items-center [&>a]:justify-center [&>a]:rounded [&>a]:border-[1.5px] [&>a]:px-1 [&>a]:text-center [&>a:hover]:underline",
].join(" ");
