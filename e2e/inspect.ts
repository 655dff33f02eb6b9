import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** A header that is a formula has its MathML for a name, which axe does not take for text. */
const headers = "th:has(math)";
/**
 * The drawn half of formulas: hidden from screen readers, in the colour of the text around it, and so many boxes that
 * looking at each takes most of the time. `formulas` looks at them too.
 */
const drawn = ".katex-html";

/** axe finds nothing in the light and in the dark, and nothing overflows sideways. */
export async function inspect(page: Page, name: string, { formulas = false } = {}): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.waitForTimeout(100);
    const axe = new AxeBuilder({ page }).exclude(headers);
    if (!formulas) axe.exclude(drawn);
    // Of all rules only this one depends on the theme.
    if (colorScheme === "dark") axe.withRules(["color-contrast"]);
    const { violations } = await axe.analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(", ")}`);
    expect(found, `${name}, ${colorScheme}`).toEqual([]);
  }
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
}
