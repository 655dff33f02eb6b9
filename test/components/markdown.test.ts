import { describe, expect, it } from "vitest";
import { inlineMarkdown, markdown } from "#components/math/markdown.ts";

describe("markdown", () => {
  it("leaves the inside of formulas alone", () => {
    const html = markdown("From $a_1 * b_1$ and $a_2 * b_2$ comes *more*.");
    expect(html.match(/class="katex"/g)).toHaveLength(2);
    expect(html.match(/<em>/g)).toHaveLength(1);
  });
  it("sets $$ as a display, and formulas parted by \\qquad one by one", () => {
    const html = markdown("With\n\n$$a = 1, \\qquad b = \\begin{bmatrix} 1 \\\\ 2 \\end{bmatrix}$$\n\nfind $c$.");
    expect(html.match(/katex-display/g)).toHaveLength(2);
  });
  it("does not part a formula at a space inside a matrix", () => {
    const html = markdown("$$\\begin{bmatrix} 1 \\quad 2 \\end{bmatrix}$$");
    expect(html.match(/katex-display/g)).toHaveLength(1);
    expect(html).not.toContain("could not be typeset");
  });
  it.each(["<b>x</b>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "![x](http://example.org/x.png)"])(
    "shows %s as text",
    (source) => {
      for (const html of [markdown(source), inlineMarkdown(source)]) expect(html).not.toMatch(/<(b|img|a)[ >]/);
    },
  );
  it("heads a table with what is there, and leaves its empty corner a plain cell", () => {
    const html = markdown("| | one | $x$ |\n| --- | --: | --- |\n| a | 1 | 2 |");
    expect(html.match(/<th[ >]/g)).toHaveLength(2);
    expect(html).toContain("<td></td>");
    expect(html).toContain('<th align="right">one</th>');
  });
  it("shows the source of a formula that cannot be read", () => {
    expect(inlineMarkdown("so $\\frac{1$ it is")).toContain("\\frac{1");
  });
  it("lets no formula link, load or style", () => {
    for (const tex of ["\\href{javascript:alert(1)}{x}", "\\includegraphics{http://example.org/x.png}"])
      expect(inlineMarkdown(`$${tex}$`)).not.toMatch(/<(a|img)[ >]/);
  });
});
