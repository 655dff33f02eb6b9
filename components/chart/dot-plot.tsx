import { scaleLinear } from "d3-scale";
import { Drawing } from "./drawing.tsx";

/** Two values of one thing; null where there is none. */
interface Dots {
  name: string;
  ever: number | null;
  lately: number | null;
}

interface DotPlotProps {
  id: string;
  title: string;
  says: string;
  rows: readonly Dots[];
  /** The end of the scale; that of the data where it is left out. */
  most?: number;
  print: (value: number) => string;
}

const width = 400;
const row = 46;
const [left, right, head] = [10, 390, 24];

/** A line for each name, with a ring where it stands over all time and a full dot where it stood lately. */
export function DotPlot({ id, title, says, rows, most, print }: DotPlotProps) {
  const values = rows.flatMap(({ ever, lately }) => [ever ?? 0, lately ?? 0]);
  const x = scaleLinear([0, most ?? Math.max(1, ...values)], [left, right]).nice(4);
  const height = head + rows.length * row + 6;
  const at = (value: number) => Number(x(value).toFixed(1));
  return (
    <Drawing id={id} title={title} says={says} width={width} height={height}>
      <g stroke="var(--rule)">
        {x.ticks(4).map((tick) => (
          <path key={tick} d={`M${at(tick)} ${head - 4}V${height}`} />
        ))}
      </g>
      <g fill="var(--muted)">
        {x.ticks(4).map((tick) => (
          <text key={tick} x={at(tick)} y={head - 10} textAnchor={anchor(at(tick))}>
            {print(tick)}
          </text>
        ))}
      </g>
      {rows.map(({ name, ever, lately }, i) => (
        <g key={name} transform={`translate(0 ${head + i * row})`}>
          <text x={left} y="16" fill="var(--ink)" stroke="var(--paper)" strokeWidth="4" paintOrder="stroke">
            {name}
          </text>
          <path d={`M${left} 31H${right}`} stroke="var(--rule)" />
          {ever !== null && lately !== null && (
            <path d={`M${at(ever)} 31H${at(lately)}`} stroke="var(--accent)" strokeWidth="2" />
          )}
          {ever !== null && (
            <circle cx={at(ever)} cy="31" r="5.5" fill="var(--paper)" stroke="var(--ink)" strokeWidth="1.75" />
          )}
          {lately !== null && <circle cx={at(lately)} cy="31" r="3.75" fill="var(--accent)" />}
        </g>
      ))}
    </Drawing>
  );
}

const anchor = (x: number) => (x <= left ? "start" : x >= right ? "end" : "middle");

/** What the marks of a dot plot mean. */
export function DotLegend({ lately }: { lately: string }) {
  return (
    <p className="flex flex-wrap gap-x-6 gap-y-1 font-sans text-fine text-muted">
      <span className="inline-flex items-center gap-2">
        <span aria-hidden="true" className="size-3 rounded-full border-[1.75px] border-ink" />
        all time
      </span>
      <span className="inline-flex items-center gap-2">
        <span aria-hidden="true" className="size-2 rounded-full bg-accent" />
        {lately}
      </span>
    </p>
  );
}
