import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Figure } from "#components/figure/figure.tsx";
import { placeLabels, widthOf } from "#components/figure/labels.ts";
import { levelLines } from "#components/figure/level-lines.ts";
import { equalScales, scale } from "#components/figure/scale.ts";
import { spread } from "#components/figure/spread.ts";
import { underneath } from "#components/figure/underneath.ts";
import type { Figure as FigureData } from "#lib/exercise/figure.ts";

const frame = { left: 40, right: 390, top: 20, bottom: 240 };
const inFrame = fc.record({
  x: fc.double({ min: frame.left, max: frame.right, noNaN: true }),
  y: fc.double({ min: frame.top, max: frame.bottom, noNaN: true }),
  text: fc.constantFrom("u", "v", "u + v", "start", "12"),
});
const coordinate = fc.integer({ min: -100_000, max: 100_000 }).map((n) => n / 100);

describe("labels", () => {
  it("stay inside the frame, wherever the point is that they name", () => {
    fc.assert(
      fc.property(fc.array(inFrame, { maxLength: 12 }), (named) => {
        for (const { x, y, text } of placeLabels(named, frame)) {
          expect(x - widthOf(text) / 2).toBeGreaterThanOrEqual(frame.left);
          expect(x + widthOf(text) / 2).toBeLessThanOrEqual(frame.right);
          expect(y).toBeGreaterThan(frame.top);
          expect(y).toBeLessThan(frame.bottom);
        }
      }),
    );
  });

  it("of points in a row do not cover each other", () => {
    const named = Array.from({ length: 8 }, (_, i) => ({ x: 60 + 22 * i, y: 120, text: `${i}` }));
    const labels = placeLabels(named, frame);
    expect(labels).toHaveLength(8);
    for (const [i, a] of labels.entries())
      for (const b of labels.slice(i + 1))
        expect(Math.abs(a.x - b.x) >= (widthOf(a.text) + widthOf(b.text)) / 2 || Math.abs(a.y - b.y) >= 17).toBe(true);
  });

  it("that may be left out are, where there is no room; empty ones always", () => {
    const crowd = Array.from({ length: 60 }, () => ({ x: 200, y: 120, text: "00", optional: true }));
    expect(placeLabels(crowd, frame).length).toBeLessThan(20);
    expect(placeLabels([{ x: 200, y: 120, text: "" }], frame)).toEqual([]);
  });
});

describe("names at the ends of curves", () => {
  it("are moved apart, keep their order and stay between the ends", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 20, max: 240, noNaN: true }), { minLength: 1, maxLength: 8 }), (ends) => {
        const moved = spread(ends, 19, 20, 240);
        const ordered = ends
          .map((end, i) => ({ end, at: moved[i] ?? Number.NaN }))
          .sort((a, b) => a.end - b.end || a.at - b.at);
        for (const [i, { at }] of ordered.entries()) {
          expect(at).toBeGreaterThanOrEqual(20 - 1e-9);
          expect(at).toBeLessThanOrEqual(240 + 1e-9);
          if (i > 0) expect(at - ordered[i - 1]!.at).toBeGreaterThanOrEqual(19 - 1e-9);
        }
      }),
    );
  });

  it("stay where they are when there is room", () => {
    expect(spread([100, 30, 200], 19, 20, 240)).toEqual([100, 30, 200]);
  });
});

describe("a plane", () => {
  it("has the same unit across and up, and holds every point", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 9 }), (points) => {
        const {
          x,
          y,
          frame: made,
        } = equalScales(
          points.map(([px]) => px),
          points.map(([, py]) => py),
          { left: 40, right: 390, top: 20 },
        );
        expect((y.at(0) - y.at(1)) / (x.at(1) - x.at(0))).toBeCloseTo(1, 6);
        expect(made.bottom - made.top).toBeLessThanOrEqual(350);
        for (const [px, py] of points) {
          expect(x.at(px)).toBeGreaterThanOrEqual(40 - 1e-6);
          expect(x.at(px)).toBeLessThanOrEqual(390 + 1e-6);
          expect(y.at(py)).toBeGreaterThanOrEqual(20 - 1e-6);
          expect(y.at(py)).toBeLessThanOrEqual(made.bottom + 1e-6);
        }
      }),
    );
  });
});

describe("level lines", () => {
  it("are ellipses on which the quadratic has one height, at equal steps", () => {
    const form = { centre: { x: 1, y: -2 }, a: 2, b: 1.5, c: 3 };
    const [x, y] = [scale([-3, 4], 40, 390), scale([-5, 3], 240, 20)];
    // Backward through the scales, which are linear.
    const unX = (at: number) => x.low + ((at - 40) / 350) * (x.high - x.low);
    const unY = (at: number) => y.low + ((at - 240) / -220) * (y.high - y.low);
    const heights = levelLines(form, x, y).map((matrix) => {
      const [m11 = 0, m21 = 0, m12 = 0, m22 = 0, dx = 0, dy = 0] = matrix.split(" ").map(Number);
      const on = [0, 0.7, 2.1, 3, 5].map((angle) => {
        const [u, v] = [Math.cos(angle), Math.sin(angle)];
        const px = unX(m11 * u + m12 * v + dx) - 1;
        const py = unY(m21 * u + m22 * v + dy) + 2;
        return 2 * px ** 2 + 1.5 * px * py + 3 * py ** 2;
      });
      for (const height of on) expect(height / on[0]!).toBeCloseTo(1, 3);
      return on[0]!;
    });
    expect(heights.length).toBeGreaterThan(5);
    for (const [i, height] of heights.entries()) expect(height / heights[0]!).toBeCloseTo(i + 1, 2);
  });

  it("are none where the quadratic has no minimum", () => {
    const axis = scale([-1, 1], 0, 100);
    expect(levelLines({ centre: { x: 0, y: 0 }, a: 1, b: 4, c: 1 }, axis, axis)).toEqual([]);
  });
});

it("shades from the curve down to zero, cut off at both ends", () => {
  const line = [0, 1, 2, 3].map((x) => ({ x, y: 2 * x }));
  expect(underneath(line, 0.5, 2.5)).toEqual([
    { x: 0.5, y: 0 },
    { x: 0.5, y: 1 },
    { x: 1, y: 2 },
    { x: 2, y: 4 },
    { x: 2.5, y: 5 },
    { x: 2.5, y: 0 },
  ]);
});

const [origin, tip] = [
  { x: 0, y: 0 },
  { x: 3, y: 1 },
];
const common = { alt: "What there is to see.", xLabel: "x", yLabel: "y" };
const figures: FigureData[] = [
  {
    ...common,
    figure: "curves",
    curves: [
      { label: "first", points: [origin, tip] },
      { label: "a curve with a long name", points: [tip, { x: 4, y: 4 }] },
    ],
    shaded: [{ from: 0.5, to: 2 }],
    marks: [{ ...tip, label: "here" }],
  },
  {
    ...common,
    figure: "plane",
    arrows: [{ from: origin, to: tip, label: "u", tone: "result" }],
    points: [{ x: 1, y: 2, label: "P" }],
    lines: [{ from: origin, to: { x: 1, y: 2 }, label: "side", dashed: true }],
  },
  {
    ...common,
    figure: "contours",
    centre: origin,
    a: 1,
    b: 0,
    c: 4,
    path: [
      { x: 4, y: 2, label: "start" },
      { x: 3, y: 0.4, label: "1" },
    ],
    arrows: [{ from: { x: 4, y: 2 }, to: { x: 5, y: 4 }, label: "∇f" }],
  },
];

it.each(figures)("tells what a figure of $figure shows, with every label and no number gone wrong", (figure) => {
  const html = renderToStaticMarkup(createElement(Figure, { figure }));
  expect(html).toContain("<title>What there is to see.</title>");
  expect(html).not.toMatch(/NaN|Infinity|undefined/);
  const labels = JSON.stringify(figure).match(/"label":"[^"]*"/g) ?? [];
  expect(labels.length).toBeGreaterThan(1);
  for (const label of labels) expect(html).toContain(`>${label.slice(9, -1)}<`);
});
