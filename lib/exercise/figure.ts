/**
 * Figures are data: an exercise says what there is to see, components/figure draws it. Every figure has a text
 * alternative that tells the same to somebody who does not see it.
 */
import { z } from "zod";

const alt = z.string().min(1);
const x = z.number();

/** Bars with a label and a height each, as for a distribution. */
const bars = z.object({
  figure: z.literal("bars"),
  alt,
  bars: z.array(z.object({ label: z.string(), value: x })).readonly(),
});

/** A unit square cut into columns and each column in two, as for Bayes: area is probability. */
const areas = z.object({
  figure: z.literal("areas"),
  alt,
  columns: z.array(z.object({ label: z.string(), width: x, part: x })).readonly(),
  partLabel: z.string(),
});

/** A curve through sampled points, with marked points on or off it. */
const curve = z.object({
  figure: z.literal("curve"),
  alt,
  xLabel: z.string(),
  yLabel: z.string(),
  points: z.array(z.object({ x, y: x })).readonly(),
  marks: z.array(z.object({ x, y: x, label: z.string() })).readonly(),
});

/** A computation graph laid out in columns from left to right; labels are TeX. */
const graph = z.object({
  figure: z.literal("graph"),
  alt,
  nodes: z
    .array(
      z.object({
        id: z.string(),
        label: z.string(),
        column: z.int().nonnegative(),
        row: x,
        value: z.string().optional(),
        gradient: z.string().optional(),
      }),
    )
    .readonly(),
  edges: z.array(z.object({ from: z.string(), to: z.string(), label: z.string().optional() })).readonly(),
});

export const figureSchema = z.discriminatedUnion("figure", [bars, areas, curve, graph]);
export type Figure = z.infer<typeof figureSchema>;
