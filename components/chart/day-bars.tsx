import { scaleBand, scaleLinear } from "d3-scale";
import { Drawing } from "./drawing.tsx";

interface DayBarsProps {
  id: string;
  title: string;
  says: string;
  /** Days in ISO 8601, in order. */
  days: readonly { day: string; count: number }[];
}

const [width, height] = [400, 168];
const [top, bottom] = [20, 126];

/** A bar for each day, with its number above and the day below. */
export function DayBars({ id, title, says, days }: DayBarsProps) {
  const x = scaleBand(
    days.map(({ day }) => day),
    [4, width - 4],
  ).padding(0.28);
  const y = scaleLinear([0, Math.max(4, ...days.map(({ count }) => count))], [bottom, top]);
  const round = (value: number) => Number(value.toFixed(1));
  return (
    <Drawing id={id} title={title} says={says} width={width} height={height}>
      {days.map(({ day, count }) => {
        const left = round(x(day) ?? 0);
        const middle = round(left + x.bandwidth() / 2);
        return (
          <g key={day} textAnchor="middle">
            {count > 0 && (
              <>
                <rect
                  x={left}
                  y={round(y(count))}
                  width={round(x.bandwidth())}
                  height={round(bottom - y(count))}
                  fill="var(--accent)"
                />
                <text x={middle} y={round(y(count)) - 6} fill="var(--ink)">
                  {count}
                </text>
              </>
            )}
            <text x={middle} y={bottom + 18} fill="var(--muted)">
              {weekday(day)}
            </text>
            <text x={middle} y={bottom + 34} fill="var(--muted)">
              {Number(day.slice(8))}
            </text>
          </g>
        );
      })}
      <path d={`M0 ${bottom}H${width}`} stroke="var(--ink)" />
    </Drawing>
  );
}

const weekday = (day: string): string => "SMTWTFS"[new Date(`${day}T00:00Z`).getUTCDay()] ?? "";
