import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { bodyOf } from "#app/learn/_lessons/all.ts";
import { preview } from "#components/answers/preview.ts";
import { DisplayContext } from "#components/display/provider.tsx";
import { Figure } from "#components/figure/figure.tsx";
import { commas, points } from "#components/math/decimal-mark.ts";
import { Prose } from "#components/math/prose.tsx";
import { Sentence } from "#components/math/sentence.tsx";
import { Tex } from "#components/math/tex.tsx";
import { WorkedSolution } from "#components/solution/worked-solution.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import { catalogue } from "#lib/course/registry.ts";
import { levels } from "#lib/exercise/exercise.ts";
import { scalar, vector } from "#lib/exercise/kinds.ts";
import { publicVariant } from "#lib/exercise/public.ts";
import { hintsOf, solutionOf } from "#lib/exercise/solution.ts";
import { drawVariant } from "#lib/exercise/variant.ts";
import { lessons } from "#lib/tutorial/lessons.ts";

vi.stubEnv("LOG_LEVEL", "silent");

const withComma = (children: ReactNode, timeZone: string | null = null) =>
  renderToStaticMarkup(createElement(DisplayContext, { value: { decimalComma: true, timeZone } }, children));

/** What is seen or read out: not code, which shows what to type, and not the TeX that KaTeX keeps beside a formula. */
function said(html: string): string {
  const read = [...html.matchAll(/ (?:aria-label|aria-valuetext|alt|title)="([^"]*)"/g)].map(([, text]) => text);
  const seen = html
    .replace(/<annotation[^>]*>.*?<\/annotation>/gs, "")
    .replace(/<code[^>]*>.*?<\/code>/gs, "")
    .replace(/<[^>]+>/g, " ");
  return [seen, ...read].join(" ");
}

/** Decimals with a point, and those with a comma; sections of the tutorial are neither. */
const withPoint = (html: string) => said(html).match(/\d\.\d+/g) ?? [];
const withCommaIn = (html: string) => said(html).match(/\d,\d+/g) ?? [];

describe("text with decimal commas", () => {
  it.each([
    ["It is 0.5.", "It is 0,5."],
    ["from 0.9444 to 0.9453", "from 0,9444 to 0,9453"],
    ["−0.25, −0.5", "−0,25; −0,5"],
    ["[0.5, -2]", "[0,5; -2]"],
    ["(0.5, 2), (1, 3)", "(0,5; 2); (1; 3)"],
    ["the points visited, 0, 0.6 and 1.08, come down", "the points visited, 0; 0,6 and 1,08, come down"],
    ["about 1.2e-7", "about 1,2e-7"],
    ["a rate of 0.5, and so on", "a rate of 0,5, and so on"],
    ["z = 0.5, a = 0.7", "z = 0,5, a = 0,7"],
    ["class 1 0.2, class 2 0.8", "class 1 0,2, class 2 0,8"],
    ["[1, 2, 3] and 10,5", "[1, 2, 3] and 10,5"],
    ["section 6.2, example 36", "section 6.2, example 36"],
    ["sections 3.2, 3.4 and 3.5: 0.1", "sections 3.2, 3.4 and 3.5: 0,1"],
    ["Section 2.1 has 0.5", "Section 2.1 has 0,5"],
    ["version 1.2 of 1.2.3", "version 1.2 of 1.2.3"],
  ])("%s is shown as %s", (text, shown) => {
    expect(commas.text(text)).toBe(shown);
    expect(points.text(text)).toBe(text);
  });
});

describe("TeX with decimal commas", () => {
  it.each([
    ["z = 0.5 \\cdot 2 + 0.1", "z = 0{,}5 \\cdot 2 + 0{,}1"],
    ["1.2 \\cdot 10^{-7}", "1{,}2 \\cdot 10^{-7}"],
    ["[0.5,\\ 1.2]", "[0{,}5;\\ 1{,}2]"],
    ["w = [0.5, 2],\\ b = [1, 2]", "w = [0{,}5; 2];\\ b = [1; 2]"],
    ["[[0.5, 1], [2, 3]]", "[[0{,}5; 1]; [2; 3]]"],
    ["\\left\\{0.5, 1\\right\\}", "\\left\\{0{,}5; 1\\right\\}"],
    ["P(A, B) = 0.5,", "P(A, B) = 0{,}5,"],
    ["x_{1,2} = 0.5", "x_{1,2} = 0{,}5"],
    ["[1, 2, 3]", "[1, 2, 3]"],
    ["(3,)", "(3,)"],
    [
      "\\begin{bmatrix} 0.5 & 1 \\\\[0.6em] 2.5 & 3 \\end{bmatrix}",
      "\\begin{bmatrix} 0{,}5 & 1 \\\\[0.6em] 2{,}5 & 3 \\end{bmatrix}",
    ],
    ["a \\hspace{0.5em} 1.5", "a \\hspace{0.5em} 1{,}5"],
    ["\\text{at 0.5, say},\\ 1.5", "\\text{at 0,5, say};\\ 1{,}5"],
  ])("%s becomes %s", (tex, shown) => {
    expect(commas.tex(tex)).toBe(shown);
    expect(points.tex(tex)).toBe(tex);
  });

  it("is one number to a screen reader", () => {
    expect(withComma(createElement(Tex, null, "x = 0.25"))).toContain("<mn>0,25</mn>");
  });
});

describe("with the decimal comma chosen", () => {
  it("code keeps what is to be typed, and everything else around it has commas", () => {
    const html = withComma(createElement(Sentence, null, "Type `0.5`; that is $0.5$, or 0.5."));
    expect(html).toContain("<code>0.5</code>");
    expect(withPoint(html)).toEqual([]);
    expect(withCommaIn(html).length).toBeGreaterThanOrEqual(2);
  });

  it("what is typed is read back with a comma, and a typed comma is refused all the same", () => {
    const shown = preview("[0.5, 1.5]", vector(), commas);
    expect(shown).toMatchObject({ outcome: "read" });
    expect("html" in shown && withPoint(shown.html)).toEqual([]);
    expect(preview("1/4", scalar(), commas)).toMatchObject({ outcome: "read", value: "0,25" });
    expect(preview("0,5", scalar(), commas)).toMatchObject({ outcome: "unreadable", suggestion: "0.5" });
  });

  it("figures have it in their ticks, labels and alternatives", () => {
    const html = withComma(
      createElement(Figure, {
        figure: {
          figure: "curve",
          alt: "From 0.5 to 1.5.",
          xLabel: "x",
          yLabel: "y",
          points: [
            { x: 0, y: 0.5 },
            { x: 1, y: 1.5 },
          ],
          marks: [{ x: 0.5, y: 1, label: "0.5" }],
        },
      }),
    );
    expect(html).toContain("<title>From 0,5 to 1,5.</title>");
    expect(withPoint(html)).toEqual([]);
    expect(withCommaIn(html).length).toBeGreaterThan(4);
  });

  it.each(catalogue.map(({ id }) => id))("%s shows no decimal point, in prompt, figure, hints and solution", (id) => {
    const exercise = catalogue.find((one) => one.id === id);
    if (!exercise) throw new Error(`there is no ${id}`);
    for (const level of levels) {
      const { params } = drawVariant(exercise, level, "decimal-comma");
      const view = publicVariant(exercise, params, level);
      const pieces = [
        createElement(Prose, null, view.prompt),
        view.figure && createElement(Figure, { figure: view.figure }),
        ...view.parts.flatMap(({ label, rule, spec }) => [
          createElement(Tex, null, label),
          commas.text(rule),
          ...("options" in spec ? spec.options : []).map(({ text }) => createElement(Sentence, null, text)),
        ]),
        ...hintsOf(exercise, params, level).flatMap(({ text, formula }) => [
          createElement(Sentence, null, text),
          createElement(Tex, null, formula),
        ]),
        createElement(WorkedSolution, { solution: solutionOf(exercise, params, level) }),
      ];
      const html = pieces.map((piece) => withComma(piece)).join(" ");
      expect(html).not.toContain("could not be typeset");
      expect(withPoint(html), `level ${level}`).toEqual([]);
    }
  });

  it("lessons show none either, but for the numbers of sections, and plenty of commas", () => {
    const found = lessons.flatMap(({ slug, ideas }) =>
      ideas.flatMap(({ id }) => {
        const Body = bodyOf(slug, id);
        return Body ? [{ at: `${slug}/${id}`, html: withComma(createElement(Body)) }] : [];
      }),
    );
    expect(found.length).toBeGreaterThan(50);
    for (const { at, html } of found) {
      expect(html, at).not.toContain("could not be typeset");
      expect(withPoint(html.replace(/[Ss]ections? \d\.\d/g, "")), at).toEqual([]);
    }
    expect(found.flatMap(({ html }) => withCommaIn(html)).length).toBeGreaterThan(500);
  });

  it("nothing changes for those who did not choose it", () => {
    const html = renderToStaticMarkup(createElement(Sentence, null, "0.5 and $[0.5, 1]$"));
    expect(withPoint(html).length).toBeGreaterThan(1);
    expect(withCommaIn(html)).toEqual([]);
  });
});

describe("a time", () => {
  it("is shown in the zone that was chosen, from the first paint on", () => {
    const time = createElement(LocalTime, { iso: "2026-11-22T23:30:00.000Z" });
    // Tokyo is nine hours ahead of UTC, without summer time.
    expect(withComma(time, "Asia/Tokyo")).toContain("23 Nov 2026, 08:30");
    expect(withComma(time)).toContain("22 Nov 2026, 23:30 UTC");
  });
});
