import { scaleThreshold } from "d3-scale";
import { Drawing } from "./drawing.tsx";

interface WeekGridProps {
  id: string;
  title: string;
  says: string;
  /** Weeks from Monday to Sunday; null for a day that is still to come. */
  weeks: readonly (readonly (GridDay | null)[])[];
}

export interface GridDay {
  /** ISO 8601. */
  day: string;
  count: number;
  /** Whether as much was done as was meant to be. */
  met: boolean;
}

const [cell, step] = [11.5, 13.8];
const [left, top] = [34, 20];

/** The more, the fuller; the last one on a day of ten or more. */
const shades = [0, 0.3, 0.55, 0.8, 1] as const;
const shadeOf = scaleThreshold<number, number>([1, 3, 6, 10], shades);

/**
 * A square for each day in columns of weeks, the fuller the more was done; a ring stands where the goal was met. Squares of
 * one shade are one path, so that half a year stays light.
 */
export function WeekGrid({ id, title, says, weeks }: WeekGridProps) {
  const width = Math.ceil(left + weeks.length * step + 2);
  const height = Math.ceil(top + 7 * step + 2);
  const days = weeks.flatMap((week, i) => week.flatMap((day, j) => (day ? [{ ...day, ...place(i, j) }] : [])));
  const of = (which: (day: GridDay) => boolean) => days.filter(which).map(dot).join("");
  return (
    <Drawing id={id} title={title} says={says} width={width} height={height} className="max-w-[40rem]">
      <g fill="var(--muted)" fontSize="12">
        {["Mon", "Wed", "Fri"].map((name, i) => (
          <text key={name} x="0" y={round(top + (2 * i + 0.8) * step)}>
            {name}
          </text>
        ))}
        {weeks.map((week, i) => (
          <MonthName key={week[0]?.day} week={week} x={left + i * step} room={weeks.length - i} />
        ))}
      </g>
      <g strokeWidth={cell} strokeLinecap="square">
        <path d={of(({ count }) => count === 0)} stroke="var(--wash)" />
        {shades.slice(1).map((shade) => (
          <path
            key={shade}
            d={of(({ count }) => shadeOf(count) === shade)}
            stroke="var(--accent)"
            strokeOpacity={shade}
          />
        ))}
      </g>
      <g strokeLinecap="round">
        <path d={of(({ met }) => met)} stroke="var(--ink)" strokeWidth="7" />
        <path d={of(({ met }) => met)} stroke="var(--paper)" strokeWidth="5.2" />
      </g>
    </Drawing>
  );
}

const round = (value: number) => Number(value.toFixed(1));

/** The middle of a day's square. */
const place = (week: number, day: number) => ({
  x: round(left + week * step + cell / 2),
  y: round(top + day * step + cell / 2),
});

/** A line of no length: its ends make the square, or the ring. */
const dot = ({ x, y }: { x: number; y: number }) => `M${x} ${y}h0`;

/** The name of a month above the week that its first day is in, where there is room for it. */
function MonthName({ week, x, room }: { week: WeekGridProps["weeks"][number]; x: number; room: number }) {
  const first = week.find((day) => day?.day.endsWith("-01"));
  if (!first || room < 3) return null;
  return (
    <text x={round(x)} y={top - 7}>
      {new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" }).format(Date.parse(first.day)).slice(0, 3)}
    </text>
  );
}
