import { scaleLinear } from "d3-scale";
import { Drawing } from "./drawing.tsx";

/** A value with how far it may be off; null where there is none. */
interface Row {
  name: string;
  value: { at: number; low: number; high: number } | null;
}

interface IntervalPlotProps {
  id: string;
  title: string;
  says: string;
  rows: readonly Row[];
  /** The ends of the scale, and where it has lines. */
  from: number;
  to: number;
  ticks: readonly number[];
  print: (value: number) => string;
}

const width = 400;
const row = 42;
const [left, right, head] = [14, 386, 26];

/** A line for each name: a dot at the value, and a bar as far as it may be off. */
export function IntervalPlot({ id, title, says, rows, from, to, ticks, print }: IntervalPlotProps) {
  const x = scaleLinear([from, to], [left, right]).clamp(true);
  const height = head + rows.length * row + 6;
  const at = (value: number) => Number(x(value).toFixed(1));
  return (
    <Drawing id={id} title={title} says={says} width={width} height={height}>
      {ticks.map((tick) => (
        <g key={tick}>
          <path
            d={`M${at(tick)} ${head - 6}V${height}`}
            stroke={tick === 0 && from < 0 ? "var(--muted)" : "var(--rule)"}
          />
          <text
            x={at(tick)}
            y={head - 12}
            fill="var(--muted)"
            textAnchor={tick === from ? "start" : tick === to ? "end" : "middle"}
          >
            {print(tick)}
          </text>
        </g>
      ))}
      {rows.map(({ name, value }, i) => (
        <g key={name} transform={`translate(0 ${head + i * row})`}>
          <text x={left} y="15" fill="var(--ink)" stroke="var(--paper)" strokeWidth="4" paintOrder="stroke">
            {name}
          </text>
          {value ? (
            <>
              <path
                d={`M${at(value.low)} 28H${at(value.high)}M${at(value.low)} 24V32M${at(value.high)} 24V32`}
                stroke="var(--accent)"
                strokeWidth="1.75"
                fill="none"
              />
              <circle cx={at(value.at)} cy="28" r="4.5" fill="var(--accent)" />
            </>
          ) : (
            <path d={`M${left} 28H${right}`} stroke="var(--rule)" strokeDasharray="3 4" />
          )}
        </g>
      ))}
    </Drawing>
  );
}
