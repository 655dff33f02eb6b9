import { useMarks } from "#components/math/use-marks.ts";
import { type Label, labelSize } from "./labels.ts";

/** Labels with a rim in the colour of the paper, so that they read over lines. */
export function Labels({ labels, colour = "var(--accent)" }: { labels: readonly Label[]; colour?: string }) {
  const marks = useMarks();
  return (
    <g
      fill={colour}
      fontSize={labelSize}
      fontWeight="600"
      textAnchor="middle"
      stroke="var(--paper)"
      strokeWidth="4"
      strokeLinejoin="round"
      paintOrder="stroke"
    >
      {labels.map(({ x, y, text }) => (
        <text key={`${text} ${x} ${y}`} x={x.toFixed(1)} y={y.toFixed(1)} dominantBaseline="central">
          {marks.text(text)}
        </text>
      ))}
    </g>
  );
}
