import type { FigureOf } from "./figure-of.ts";
import type { Scale } from "./scale.ts";

/** How many level lines there are between the minimum and the highest corner of the drawing. */
const count = 12;

/**
 * Level lines of $a\,dx^2 + b\,dx\,dy + c\,dy^2$ around its centre, at equal steps of height: each as the six numbers of
 * the SVG matrix that takes the unit circle to it. With the Cholesky factor L of the form's matrix, the ellipse of height q
 * is $\sqrt q\, L^{-\top}$ times the circle. Empty where the form has no minimum ($b^2 \ge 4ac$).
 */
export function levelLines(
  { centre, a, b, c }: Pick<FigureOf<"contours">, "centre" | "a" | "b" | "c">,
  x: Scale,
  y: Scale,
): string[] {
  const rest = c - b ** 2 / (4 * a);
  if (rest <= 0) return [];
  const [l11, l21, l22] = [Math.sqrt(a), b / (2 * Math.sqrt(a)), Math.sqrt(rest)];
  const height = (px: number, py: number) => {
    const [dx, dy] = [px - centre.x, py - centre.y];
    return a * dx ** 2 + b * dx * dy + c * dy ** 2;
  };
  const corners = [x.low, x.high].flatMap((px) => [y.low, y.high].map((py) => height(px, py)));
  const [acrossUnit, upUnit] = [x.at(1) - x.at(0), y.at(1) - y.at(0)];
  return Array.from({ length: count }, (_, i) => {
    const r = Math.sqrt(((i + 1) / count) * Math.max(...corners));
    const [m11, m12, m22] = [r / l11, (-r * l21) / (l11 * l22), r / l22];
    return [m11 * acrossUnit, 0, m12 * acrossUnit, m22 * upUnit, x.at(centre.x), y.at(centre.y)]
      .map((entry) => Number(entry.toFixed(3)))
      .join(" ");
  });
}
