/** The fields that are more than a line of text: by keyboard alone, by paste, and on a phone. */
import AxeBuilder from "@axe-core/playwright";
import { expect, type Locator, type Page } from "@playwright/test";
import { test } from "./test.ts";
import { answerForm, begin, checkButton } from "./workspace.ts";

const phone = { width: 390, height: 844 };
const layer = "linear-algebra/linear-layer";
const network = "backpropagation/two-layer-backward";

const cell = (within: Page | Locator, row: number, column: number) =>
  within.getByRole("textbox", { name: `row ${row}, column ${column}` });
const entry = (within: Page | Locator, i: number) => within.getByRole("textbox", { name: `entry ${i}`, exact: true });
const useGrid = (page: Page) => answerForm(page).getByRole("button", { name: "Use a grid" });
const useText = (page: Page) => answerForm(page).getByRole("button", { name: "Type it as text" });
/** Opens the grid of every vector and matrix. */
async function openGrids(page: Page): Promise<void> {
  for (let left = await useGrid(page).count(); left > 0; left--) {
    await useGrid(page).first().click();
    await expect(useGrid(page)).toHaveCount(left - 1);
  }
}

/** The field of the form that holds the answer, seen or not. */
const field = (page: Page, step: string) => answerForm(page).locator(`[name="${step}"]`);

/** A matrix or a number of the prompt, by its name, from the TeX behind the formulas. */
async function given(page: Page, name: string): Promise<number[][]> {
  const tex = (await page.locator('annotation[encoding="application/x-tex"]').allTextContents()).join("\n");
  const start = `(?:^|\\s|,)${name} = `;
  const body = new RegExp(`${start}\\\\begin\\{bmatrix\\}(.*?)\\\\end\\{bmatrix\\}`, "m").exec(tex)?.[1];
  const number = new RegExp(`${start}(-?[\\d.]+)`, "m").exec(tex)?.[1];
  const rows = (body ?? number ?? "").split("\\\\").map((row) => row.split("&").map(Number));
  expect(rows.flat().every(Number.isFinite), `${name} in the prompt`).toBe(true);
  return rows;
}

const times = (W: number[][], x: number[]): number[] => W.map((row) => row.reduce((sum, w, j) => sum + w * x[j]!, 0));

async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press("ControlOrMeta+v");
}

async function inspect(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(", ")}`);
    expect(found, colorScheme).toEqual([]);
  }
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways).toBeLessThanOrEqual(0);
}

test.describe.configure({ mode: "parallel" });

test.describe("the grid", () => {
  test("takes a vector and a matrix by keyboard alone, from the first cell to the verdict", async ({ page }) => {
    await begin(page, network, 1);
    const [h, W2, b2, y] = [
      (await given(page, "h")).flat(),
      await given(page, "W_2"),
      (await given(page, "b_2")).flat(),
      (await given(page, "y")).flat(),
    ];
    const yHat = times(W2, h).map((z, i) => 1 / (1 + Math.exp(-z - b2[i]!)));
    const delta = yHat.map((a, i) => 2 * (a - y[i]!) * a * (1 - a));

    await useGrid(page).first().focus();
    await page.keyboard.press("Enter");
    await expect(entry(page, 1)).toBeFocused();
    for (const [i, value] of delta.entries()) {
      if (i > 0) await page.keyboard.press("Alt+ArrowDown");
      await page.keyboard.type(value.toPrecision(6));
    }
    while (!(await useGrid(page).evaluate((one) => one === document.activeElement))) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(cell(page, 1, 1)).toBeFocused();
    for (const [i, d] of delta.entries())
      for (const [j, hj] of h.entries()) {
        if (i === 0 && j > 0) await page.keyboard.press("Alt+ArrowRight");
        if (i > 0 && j === 0) await page.keyboard.press("Alt+ArrowDown");
        if (i > 0 && j === 0) for (let k = 1; k < h.length; k++) await page.keyboard.press("Shift+Enter");
        if (i > 0 && j > 0) await page.keyboard.press("Enter");
        await page.keyboard.type(`${d.toPrecision(7)}*${hj}`);
      }
    await expect(cell(page, delta.length, h.length)).toHaveValue(`${delta.at(-1)?.toPrecision(7)}*${h.at(-1)}`);
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("heading", { name: "All right." })).toBeFocused();
  });

  test("starts with one cell, whatever the answer is, and is there again on the next page", async ({ page }) => {
    await begin(page, network, 2);
    await expect(page.getByRole("textbox", { name: /^(row|entry) \d/ })).toHaveCount(0);
    await openGrids(page);
    await expect(page.getByRole("textbox", { name: /^(row|entry) \d/ })).toHaveCount(3);
    await begin(page, layer, 1);
    await expect(entry(page, 1)).toBeVisible();
    await expect(entry(page, 2)).toHaveCount(0);
  });

  test("starts with what is typed already, goes to text and back, and loses nothing", async ({ page }) => {
    await begin(page, network, 1);
    await field(page, "dL_dW2").fill("[0.5 1/3; 2 -1]");
    await useGrid(page).last().click();
    await expect(cell(page, 1, 2)).toHaveValue("1/3");
    await cell(page, 2, 2).fill("");
    await cell(page, 1, 1).fill("0,5");
    await useText(page).click();
    await expect(field(page, "dL_dW2")).toBeVisible();
    await expect(field(page, "dL_dW2")).toHaveValue('["0,5", 1/3; 2, □]');
    await useGrid(page).last().click();
    await expect(cell(page, 1, 1)).toHaveValue("0,5");
    await expect(cell(page, 2, 1)).toHaveValue("2");
    await expect(cell(page, 2, 2)).toHaveValue("");
  });

  test("gives back what a smaller grid hid, and takes an empty last row away by Backspace", async ({ page }) => {
    await begin(page, network, 1);
    await field(page, "dL_dW2").fill("[1 2; 3 4]");
    await useGrid(page).last().click();
    await page.getByRole("button", { name: "take the last column away" }).click();
    await expect(field(page, "dL_dW2")).toHaveValue("[1; 3]");
    await page.getByRole("button", { name: "add a column" }).click();
    await expect(field(page, "dL_dW2")).toHaveValue("[1, 2; 3, 4]");
    await cell(page, 2, 1).focus();
    await page.keyboard.press("Alt+ArrowDown");
    await expect(cell(page, 3, 1)).toBeFocused();
    await expect(page.getByText("3 rows, 2 columns.")).toBeAttached();
    await page.keyboard.press("Backspace");
    await expect(cell(page, 2, 1)).toBeFocused();
    await expect(field(page, "dL_dW2")).toHaveValue("[1, 2; 3, 4]");
  });

  for (const [source, text] of [
    ["a spreadsheet", "1\t2\n3\t4\n"],
    ["numpy", "array([[1, 2],\n       [3, 4]])"],
    ["TeX", "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}"],
    ["a matrix with semicolons", "[1 2; 3 4]"],
  ] as const)
    test(`takes a paste from ${source}`, async ({ page }) => {
      await begin(page, network, 1);
      await useGrid(page).last().click();
      await cell(page, 1, 1).focus();
      await paste(page, text);
      await expect(cell(page, 2, 2)).toBeFocused();
      await expect(field(page, "dL_dW2")).toHaveValue("[1, 2; 3, 4]");
    });

  test("puts what no grid can hold into the text field, behind what was there", async ({ page }) => {
    await begin(page, network, 1);
    await useGrid(page).last().click();
    await cell(page, 1, 1).fill("5");
    await cell(page, 1, 1).press("End");
    await paste(page, "loss: 1, 2, up");
    await expect(field(page, "dL_dW2")).toBeVisible();
    await expect(field(page, "dL_dW2")).toHaveValue("[5]\nloss: 1, 2, up");
  });

  test("tells of an empty cell at no cost, and marks it", async ({ page }) => {
    await begin(page, network, 1);
    await field(page, "delta2").fill("1");
    await useGrid(page).last().click();
    await cell(page, 1, 1).fill("1");
    await page.getByRole("button", { name: "add a column" }).click();
    await expect(page.getByText("One cell is still empty.")).toBeVisible();
    await expect(cell(page, 1, 2)).toHaveAttribute("aria-invalid", "false");
    await checkButton(page).click();
    await expect(page.getByRole("status").filter({ hasText: "no try was used" })).toBeVisible();
    await expect(page.getByText("An entry is still empty here.")).toBeVisible();
    await expect(cell(page, 1, 2)).toHaveAttribute("aria-invalid", "true");
    await cell(page, 1, 2).fill("2");
    await expect(page.getByText("An entry is still empty here.")).toBeHidden();
  });

  test("explains a decimal comma in its cell", async ({ page }) => {
    await begin(page, network, 1);
    await useGrid(page).last().click();
    await cell(page, 1, 1).fill("0,5");
    await expect(page.getByText("Write 0.5")).toBeVisible();
    await expect(cell(page, 1, 1)).toHaveAttribute("aria-invalid", "true");
  });

  test("says so where it cannot be loaded, and leaves the text as it is", async ({ page, context, complaints }) => {
    await begin(page, layer, 1);
    await context.setOffline(true);
    await field(page, "Wx").fill("[1, 2]");
    await useGrid(page).click();
    await expect(page.getByText("The grid could not be loaded.")).toBeVisible();
    await expect(field(page, "Wx")).toHaveValue("[1, 2]");
    await context.setOffline(false);
    // The browser itself reports the connection that was cut on purpose.
    complaints.splice(
      0,
      complaints.length,
      ...complaints.filter((line) => !line.includes("ERR_INTERNET_DISCONNECTED")),
    );
  });

  test("is kept as a draft", async ({ page }) => {
    await begin(page, layer, 1);
    await useGrid(page).click();
    await entry(page, 1).fill("1/3");
    await page.getByRole("button", { name: "add an entry" }).click();
    const saved = page.waitForResponse(
      (response) => response.url().endsWith("/draft") && `${response.request().postData()}`.includes("[1/3, 4]"),
    );
    await entry(page, 2).fill("4");
    await saved;
    await page.reload();
    await expect(entry(page, 1)).toHaveValue("1/3");
    await expect(entry(page, 2)).toHaveValue("4");
  });

  test("solves a layer from one line of pasted numbers", async ({ page }) => {
    await begin(page, layer, 1);
    const z = times(await given(page, "W"), (await given(page, "x")).flat());
    await useGrid(page).click();
    await entry(page, 1).focus();
    await paste(page, z.map((value) => value.toPrecision(6)).join(", "));
    await checkButton(page).click();
    await expect(page.getByRole("heading", { name: "Right." })).toBeFocused();
  });

  for (const viewport of [phone, { width: 1280, height: 800 }])
    test(`fits ${viewport.width} px, and axe finds nothing`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await begin(page, network, 1);
      await field(page, "dL_dW2").fill("[1 2 3 4; 5 6 7 8; 9 10 11 12; 13 14 15 -0.123456]");
      await openGrids(page);
      await expect(cell(page, 4, 4)).toHaveValue("-0.123456");
      await inspect(page);
    });
});

test("nothing moves when the reading of a number appears", async ({ page }) => {
  await begin(page, "backpropagation/weight-gradient", 2);
  const top = () => checkButton(page).evaluate((button) => button.getBoundingClientRect().top);
  const before = await top();
  await field(page, "dL_dw").fill("-2*(3 - 1.5)/4");
  await expect(page.getByText("read as")).toBeVisible();
  expect(await top()).toBe(before);
});

test("a part that cannot be read gets the focus, also one to pick", async ({ page }) => {
  await begin(page, network, 1);
  await field(page, "delta2").fill("1");
  await useGrid(page).last().click();
  await cell(page, 1, 1).fill("2 +");
  await checkButton(page).click();
  await expect(page.getByRole("status").filter({ hasText: "no try was used" })).toBeVisible();
  await expect(cell(page, 1, 1)).toBeFocused();
});

const formula = { exercise: "calculus/power-rule", level: 1 };

test.describe("a formula", () => {
  const typed = (page: Page) => answerForm(page).locator("input[type=text][name]").first();

  test("shows how it is read, and its variables in the hint", async ({ page }) => {
    await begin(page, formula.exercise, formula.level);
    await typed(page).fill("3x^2 + 1/2");
    const reading = answerForm(page).locator("p", { hasText: "read as" });
    await expect(reading).toBeVisible();
    await expect(reading).not.toContainText("≈");
    await expect(
      answerForm(page)
        .getByText(/formula in x/i)
        .first(),
    ).toBeVisible();
  });

  test("takes symbols of the palette at the caret, around what is selected, and undoes them", async ({ page }) => {
    await begin(page, formula.exercise, formula.level);
    const toggle = answerForm(page).getByRole("button", { name: "Symbols" }).first();
    await expect(toggle).toHaveAttribute("aria-expanded", "false");
    await toggle.click();
    const palette = answerForm(page).getByRole("toolbar", { name: "Symbols" }).first();
    await typed(page).focus();
    await palette.getByRole("button", { name: "e to the power of" }).click();
    await expect(typed(page)).toBeFocused();
    await page.keyboard.type("-x");
    await expect(typed(page)).toHaveValue("e^(-x)");
    await page.keyboard.press("ControlOrMeta+a");
    await palette.getByRole("button", { name: "absolute value" }).click();
    await expect(typed(page)).toHaveValue("|e^(-x)|");
    await page.keyboard.press("ControlOrMeta+z");
    await expect(typed(page)).toHaveValue("e^(-x)");
  });

  test("has a palette that the keyboard walks through", async ({ page }) => {
    await begin(page, formula.exercise, formula.level);
    const toggle = answerForm(page).getByRole("button", { name: "Symbols" }).first();
    await toggle.press("Enter");
    await page.keyboard.press("Tab");
    const palette = answerForm(page).getByRole("toolbar", { name: "Symbols" }).first();
    await expect(palette.getByRole("button").first()).toBeFocused();
    await page.keyboard.press("End");
    await expect(palette.getByRole("button").last()).toBeFocused();
    await page.keyboard.press("ArrowRight");
    await expect(palette.getByRole("button").first()).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(typed(page)).toBeFocused();
    await expect(typed(page)).not.toHaveValue("");
  });

  test("has its palette open on a phone, beside the field and not over it", async ({ page }) => {
    await page.setViewportSize(phone);
    await begin(page, formula.exercise, formula.level);
    const palette = answerForm(page).getByRole("toolbar", { name: "Symbols" }).first();
    await expect(palette).toBeVisible();
    const [bar, line] = [await palette.boundingBox(), await typed(page).boundingBox()];
    expect(bar!.y).toBeGreaterThanOrEqual(line!.y + line!.height);
    await inspect(page);
  });
});

test("a palette writes into the cell of a vector of formulas that was typed in last", async ({ page }) => {
  await begin(page, "calculus/partial-derivatives", 3);
  await useGrid(page).first().click();
  await entry(page, 1).fill("2x");
  await page.keyboard.press("Alt+ArrowDown");
  await expect(entry(page, 2)).toBeFocused();
  const toggle = answerForm(page).getByRole("button", { name: "Symbols" });
  await toggle.click();
  await answerForm(page).getByRole("button", { name: "natural logarithm" }).click();
  await expect(entry(page, 2)).toBeFocused();
  await page.keyboard.type("y");
  await expect(field(page, "gradient")).toHaveValue("[2x, ln(y)]");
  await expect(answerForm(page).locator("p", { hasText: "read as" })).toBeVisible();
  await inspect(page);
});

test("a shape in letters is read as it is typed", async ({ page }) => {
  await begin(page, "backpropagation/gradient-shapes", 1);
  await field(page, "dW").fill("n x p");
  await expect(answerForm(page).locator("p", { hasText: "read as" })).toBeVisible();
});

const picking = { exercise: "activations/choose-activation", level: 3 };

test.describe("ticked options", () => {
  test("tell none of these from no answer yet", async ({ page }) => {
    await begin(page, picking.exercise, picking.level);
    const group = answerForm(page)
      .getByRole("group")
      .filter({ has: page.getByRole("checkbox") })
      .first();
    const none = group.getByRole("checkbox", { name: "none of these" });
    const first = group.getByRole("checkbox").first();
    const answer = group.locator("xpath=preceding-sibling::input[@type='hidden']");
    await expect(answer).toHaveValue("");
    await none.press("Space");
    await expect(answer).toHaveValue("none");
    await first.press("Space");
    await expect(none).not.toBeChecked();
    await expect(answer).toHaveValue((await first.getAttribute("value")) ?? "");
    await first.press("Space");
    await expect(answer).toHaveValue("");
    await inspect(page);
  });
});

const sorting = { exercise: "backpropagation/algorithm-order", level: 1 };

test.describe("an order", () => {
  const list = (page: Page) => answerForm(page).getByRole("list").first();
  const handles = (page: Page) => list(page).getByRole("button", { name: /^Move .*, place \d+ of \d+$/ });
  const items = (page: Page) =>
    list(page)
      .getByRole("listitem")
      .evaluateAll((all) => all.map((one) => one.getAttribute("data-item") ?? ""));
  const answer = (page: Page) =>
    list(page).locator("xpath=ancestor::fieldset/preceding-sibling::input[@type='hidden']");

  test("is blank until something was moved or it was confirmed", async ({ page }) => {
    await begin(page, sorting.exercise, sorting.level);
    await expect(answer(page)).toHaveValue("");
    await answerForm(page).getByRole("button", { name: "This is my order" }).first().click();
    await expect(answer(page)).toHaveValue((await items(page)).join(", "));
  });

  test("is changed by keyboard: picked up, moved, dropped, and put back by Escape", async ({ page }) => {
    await begin(page, sorting.exercise, sorting.level);
    const [first, second, third, ...rest] = await items(page);
    await handles(page).first().focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect(handles(page).nth(2)).toBeFocused();
    await page.keyboard.press("Space");
    expect(await items(page)).toEqual([second, third, first, ...rest]);
    await expect(answer(page)).toHaveValue([second, third, first, ...rest].join(", "));
    await expect(page.locator("[aria-live=assertive]").filter({ hasText: /stays at place 3 of/ })).toBeAttached();
    await page.keyboard.press("Space");
    await page.keyboard.press("Home");
    expect(await items(page)).toEqual([first, second, third, ...rest]);
    await page.keyboard.press("Escape");
    expect(await items(page)).toEqual([second, third, first, ...rest]);
    await expect(handles(page).nth(2)).toBeFocused();
  });

  test("is changed by its buttons, which keep the focus", async ({ page }) => {
    await begin(page, sorting.exercise, sorting.level);
    const [first, second] = await items(page);
    await list(page)
      .getByRole("listitem")
      .first()
      .getByRole("button", { name: / down$/ })
      .press("Enter");
    expect((await items(page)).slice(0, 2)).toEqual([second, first]);
    await expect(
      list(page)
        .getByRole("listitem")
        .nth(1)
        .getByRole("button", { name: / down$/ }),
    ).toBeFocused();
  });

  test("is changed by dragging", async ({ page }) => {
    await begin(page, sorting.exercise, sorting.level);
    const [first, second, third] = await items(page);
    const [from, to] = [await handles(page).nth(0).boundingBox(), await handles(page).nth(2).boundingBox()];
    await page.mouse.move(from!.x + from!.width / 2, from!.y + from!.height / 2);
    await page.mouse.down();
    await page.mouse.move(to!.x + to!.width / 2, to!.y + to!.height, { steps: 8 });
    await page.mouse.up();
    expect((await items(page)).slice(0, 3)).toEqual([second, third, first]);
  });

  test("fits a phone, and axe finds nothing", async ({ page }) => {
    await page.setViewportSize(phone);
    await begin(page, sorting.exercise, sorting.level);
    await inspect(page);
  });
});
