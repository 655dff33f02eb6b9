import { scaleBand, scaleLinear } from "d3-scale";
import { Drawing } from "./drawing.tsx";

interface HistogramProps {
  id: string;
  title: string;
  says: string;
  /** In order; the ends in percent. */
  bins: readonly { from: number; to: number; count: number }[];
}

const [width, height] = [400, 168];
const [top, bottom] = [22, 134];

/** A bar for each stretch of a scale in percent, with its number above. */
export function Histogram({ id, title, says, bins }: HistogramProps) {
  const x = scaleBand(
    bins.map(({ from }) => from),
    [12, width - 12],
  ).padding(0.12);
  const y = scaleLinear([0, Math.max(4, ...bins.map(({ count }) => count))], [bottom, top]);
  const round = (value: number) => Number(value.toFixed(1));
  const ticks = [0, 25, 50, 75, 100];
  return (
    <Drawing id={id} title={title} says={says} width={width} height={height}>
      {bins.map(
        ({ from, count }) =>
          count > 0 && (
            <g key={from}>
              <rect
                x={round(x(from) ?? 0)}
                y={round(y(count))}
                width={round(x.bandwidth())}
                height={round(bottom - y(count))}
                fill="var(--accent)"
              />
              <text
                x={round((x(from) ?? 0) + x.bandwidth() / 2)}
                y={round(y(count)) - 6}
                textAnchor="middle"
                fill="var(--ink)"
              >
                {count}
              </text>
            </g>
          ),
      )}
      <path d={`M0 ${bottom}H${width}`} stroke="var(--ink)" />
      {ticks.map((tick) => (
        <text
          key={tick}
          x={round(12 + (tick / 100) * (width - 24))}
          y={bottom + 20}
          textAnchor={tick === 0 ? "start" : tick === 100 ? "end" : "middle"}
          fill="var(--muted)"
        >
          {tick} %
        </text>
      ))}
    </Drawing>
  );
}
