import { useMarks } from "#components/math/use-marks.ts";
import { plain } from "#lib/exercise/tex.ts";
import type { FigureOf } from "./figure-of.ts";

const [width, height] = [400, 230];

/** A unit square drawn wide: each column's width is the probability of a case, the shaded part that of the event in it. */
export function Areas({ alt, columns, partLabel }: FigureOf<"areas">) {
  const marks = useMarks();
  const percent = (x: number) => `${marks.text(plain(100 * x, 3))} %`;
  const total = columns.reduce((sum, column) => sum + column.width, 0) || 1;
  const wide = columns.map((column) => (column.width / total) * width);
  const left = wide.map((_, i) => wide.slice(0, i).reduce((sum, w) => sum + w, 0));
  return (
    <>
      <svg viewBox={`-1 -1 ${width + 2} ${height + 2}`} role="img" className="w-full max-w-[30rem]">
        <title>{marks.text(alt)}</title>
        <rect width={width} height={height} fill="var(--wash)" />
        {columns.map(({ label, part }, i) => (
          <g key={label}>
            <rect
              x={left[i]}
              y={height * (1 - part)}
              width={wide[i]}
              height={height * part}
              fill="var(--accent)"
              fillOpacity={opacity(i)}
            />
            {i > 0 && <path d={`M${left[i]} 0V${height}`} stroke="var(--ink)" />}
          </g>
        ))}
        <rect width={width} height={height} fill="none" stroke="var(--ink)" />
      </svg>
      <ul aria-hidden="true" className="mt-3 grid max-w-[30rem] gap-1 text-fine text-muted">
        {columns.map(({ label, width: share, part }, i) => (
          <li key={label} className="flex items-baseline gap-2">
            <span className="size-2.5 shrink-0 bg-accent" style={{ opacity: opacity(i) }} />
            <span>
              <span className="text-ink">{marks.text(label)}</span>: {percent(share)} wide, {percent(part)} of it{" "}
              {marks.text(partLabel)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Neighbouring columns differ in depth, so that their shaded parts are told apart. */
const opacity = (i: number) => [1, 0.5, 0.75, 0.3][i % 4];
