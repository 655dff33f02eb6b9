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

const point = z.object({ x, y: x });

/** Several labelled curves on two axes, marked points, and stretches of the first curve shaded down to zero. */
const curves = z.object({
  figure: z.literal("curves"),
  alt,
  xLabel: z.string(),
  yLabel: z.string(),
  curves: z.array(z.object({ label: z.string(), points: z.array(point).readonly() })).readonly(),
  shaded: z.array(z.object({ from: x, to: x })).readonly(),
  marks: z.array(z.object({ x, y: x, label: z.string() })).readonly(),
});

/** A plane with axes on one scale: arrows, points and straight lines, each with a plain label that may be empty. */
const plane = z.object({
  figure: z.literal("plane"),
  alt,
  xLabel: z.string(),
  yLabel: z.string(),
  /** "result" stands out; "faint" is for what helps to see, as the sides of a parallelogram. */
  arrows: z
    .array(z.object({ from: point, to: point, label: z.string(), tone: z.enum(["plain", "result", "faint"]) }))
    .readonly(),
  points: z.array(z.object({ x, y: x, label: z.string() })).readonly(),
  lines: z.array(z.object({ from: point, to: point, label: z.string(), dashed: z.boolean() })).readonly(),
});

/** Level lines of the quadratic a(x − x₀)² + b(x − x₀)(y − y₀) + c(y − y₀)² around its minimum, and a path on it. */
const contours = z.object({
  figure: z.literal("contours"),
  alt,
  xLabel: z.string(),
  yLabel: z.string(),
  centre: point,
  a: x.positive(),
  b: x,
  c: x.positive(),
  /** Points visited, in order; drawn as a path with an arrow to each. */
  path: z.array(z.object({ x, y: x, label: z.string() })).readonly(),
  /** Arrows that are not part of the path, such as a gradient. */
  arrows: z.array(z.object({ from: point, to: point, label: z.string() })).readonly(),
});

export const figureSchema = z.discriminatedUnion("figure", [bars, areas, curve, curves, plane, contours, graph]);
export type Figure = z.infer<typeof figureSchema>;
