/** Nothing of the tutorial is left out: every section, example, practice problem, formula and erratum is shown or asked. */
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { bodyOf } from "#app/learn/_lessons/all.ts";
import { catalogue } from "#lib/course/registry.ts";
import { exampleCount, formulas, practiceCount, sections } from "#lib/exercise/tutorial.ts";
import { errata } from "#lib/tutorial/errata.ts";
import { lessons } from "#lib/tutorial/lessons.ts";

const ideas = lessons.flatMap(({ slug, ideas: own }) =>
  own.map((idea) => ({ slug, place: `${slug}#${idea.id}`, idea })),
);
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

/** What an idea really shows, as the page has it. */
const shown = new Map(
  ideas.map(({ slug, place, idea }) => {
    const body = bodyOf(slug, idea.id);
    return [place, body ? renderToStaticMarkup(createElement(body)) : ""];
  }),
);
const marked = (html: string, what: string) =>
  [...html.matchAll(new RegExp(`data-${what}="([^"]+)"`, "g"))].map(([, value = ""]) => value).sort();
const all = (what: string) => [...shown.values()].flatMap((html) => marked(html, what));

describe("the tutorial", () => {
  it("has every section in a lesson or an exercise", () => {
    const covered = new Set<string>([
      ...ideas.flatMap(({ idea }) => idea.sections),
      ...catalogue.map(({ source }) => source.section),
    ]);
    expect(Object.keys(sections).filter((section) => !covered.has(section))).toEqual([]);
  });

  it("has every example worked in a lesson", () => {
    expect(upTo(exampleCount).filter((n) => !all("example").includes(`${n}`))).toEqual([]);
  });

  it("has every practice problem worked in a lesson", () => {
    expect(upTo(practiceCount).filter((n) => !all("practice").includes(`${n}`))).toEqual([]);
  });

  it("has every formula displayed in a lesson or named by an exercise", () => {
    const covered = new Set<string>([...all("formula"), ...catalogue.flatMap(({ source }) => source.formulas ?? [])]);
    expect(Object.keys(formulas).filter((formula) => !covered.has(formula))).toEqual([]);
  });

  it("has every error of its own noted in a lesson, once", () => {
    expect(all("erratum").sort()).toEqual(errata.map(({ id }) => id).sort());
  });
});

describe.each(ideas)("$place", ({ place, idea }) => {
  const html = shown.get(place) ?? "";
  const { examples = [], practice = [], formulas: displayed = [] } = idea;

  it("shows the examples, practice problems and formulas that it is said to, and no others", () => {
    expect(marked(html, "example")).toEqual(examples.map(String).sort());
    expect(marked(html, "practice")).toEqual(practice.map(String).sort());
    expect(marked(html, "formula")).toEqual([...displayed].sort());
  });

  it("has text, formulas that can be typeset and numbers that are numbers", () => {
    const text = html.replaceAll(/<[^>]*>/g, " ");
    expect(text.length).toBeGreaterThan(500);
    expect(html).not.toMatch(/could not be typeset|katex-error/);
    expect(text).not.toMatch(/NaN|undefined|\[object|\d\.\d{7,}|10\^\{-1[5-9]\}/);
  });
});
